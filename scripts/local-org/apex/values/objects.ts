import { stringHash } from './equality.ts';
import { nullPointer, systemException } from './exception.ts';
import { library } from './lateBound.ts';
import { isAssignable, runtimeType, sameType, types } from './runtimeType.ts';
import type { EnumConstant, RuntimeType } from './runtimeType.ts';

/** The base of every instance of a user class; the compiler's classes give `$type`. */
export abstract class ApexObject {
    abstract readonly $type: RuntimeType;
}

/** The base of the platform's own object classes, e.g. `System.HttpRequest`. */
export abstract class PlatformObject {
    abstract readonly $type: RuntimeType;

    toString(): string {
        return this.$type.name;
    }
}

/** One constant of an enum; each exists once, so that identity is equality. */
export class ApexEnum implements EnumConstant {
    readonly $type: RuntimeType;
    private readonly label: string;
    private readonly position: number;

    constructor(type: RuntimeType, name: string, ordinal: number) {
        this.$type = type;
        this.label = name;
        this.position = ordinal;
    }

    name(): string {
        return this.label;
    }

    ordinal(): number {
        return this.position;
    }

    toString(): string {
        return this.label;
    }
}

/** An enum type with its constants, in order. Call once per enum and keep the result. */
export function enumType(name: string, constants: readonly string[]): RuntimeType {
    const instances: ApexEnum[] = [];
    const type: RuntimeType = { name, kind: 'enum', args: [], parents: [], constants: instances };
    instances.push(...constants.map((constant, index) => new ApexEnum(type, constant, index)));
    return type;
}

/** A constant by name, whatever its case; NoSuchElementException otherwise. */
export function enumConstant(type: RuntimeType, name: string | null): EnumConstant {
    if (name === null) {
        throw nullPointer();
    }
    const found = findEnumConstant(type, name);
    if (!found) {
        throw systemException('NoSuchElementException', `No enum constant ${type.name}.${name}`);
    }
    return found;
}

export function findEnumConstant(type: RuntimeType, name: string): EnumConstant | undefined {
    const wanted = name.toLowerCase();
    return type.constants?.find((constant) => constant.name().toLowerCase() === wanted);
}

/** System.Type: a type as a value (`Account.class`, `Type.forName('X')`). */
export class ApexType {
    readonly $type = types.Type;
    readonly of: RuntimeType;

    constructor(of: RuntimeType) {
        this.of = of;
    }

    getName(): string {
        return this.of.name;
    }

    /** By the constructor without parameters; TypeException when there is none. */
    newInstance(): unknown {
        return library().instantiate(this.of);
    }

    /** The object that an SObject type stands for. */
    get SObjectType(): unknown {
        return this.of.kind === 'sobject' ? library().sobjectType(this.of.name) : null;
    }

    isAssignableFrom(other: ApexType): boolean {
        return isAssignable(other.of, this.of);
    }

    hashCode(): number {
        return stringHash(this.of.name.toLowerCase());
    }

    equals(other: unknown): boolean {
        return other instanceof ApexType && sameType(this.of, other.of);
    }

    toString(): string {
        return this.of.name;
    }
}

/** A platform class or interface by its full name, e.g. `System.HttpRequest`. */
export function platformType(
    name: string,
    parents: readonly RuntimeType[] = [],
    kind: 'class' | 'interface' = 'class'
): RuntimeType {
    return runtimeType(kind, name, parents);
}
