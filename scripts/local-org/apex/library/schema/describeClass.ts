import { PlatformObject, platformType } from '../../values/objects.ts';
import type { RuntimeType } from '../../values/runtimeType.ts';
import { platformClass } from '../registry.ts';

/** How each fact of a describe result is worked out from what is described. */
export type Readers<S> = Readonly<Record<string, (subject: S) => unknown>>;

/** An instance of a describe class: its facts are members of its class. */
export class Described<S> extends PlatformObject {
    readonly $type: RuntimeType;
    readonly subject: S;

    constructor(type: RuntimeType, subject: S) {
        super();
        this.$type = type;
        this.subject = subject;
    }

    equals(other: unknown): boolean {
        return other instanceof Described && other.subject === this.subject;
    }
}

export interface DescribeClass<S> {
    readonly type: RuntimeType;
    describe(subject: S): Described<S>;
}

/**
 * A class of the Schema namespace. Each fact `Label` is there as a property and as `getLabel()`,
 * each flag `Custom` as a property and as `isCustom()`.
 */
export function describeClass<S>(
    name: string,
    facts: Readers<S>,
    flags: Readers<S> = {}
): DescribeClass<S> {
    const type = platformType(name);
    class Result extends Described<S> {}
    defineMembers(Result.prototype, 'get', facts);
    defineMembers(Result.prototype, 'is', flags);
    platformClass(name, { class: Result, type });
    return { type, describe: (subject) => new Result(type, subject) };
}

function defineMembers<S>(prototype: object, prefix: string, readers: Readers<S>): void {
    for (const [name, read] of Object.entries(readers)) {
        Object.defineProperty(prototype, name, {
            get(this: Described<S>) {
                return read(this.subject);
            }
        });
        Object.defineProperty(prototype, `${prefix}${name}`, {
            value(this: Described<S>) {
                return read(this.subject);
            }
        });
    }
}
