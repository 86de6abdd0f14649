import type { Position } from '../syntax/ast.ts';
import type { Type } from '../types/type.ts';
import type { UserDecl } from '../types/userDecl.ts';
import { localName } from './names.ts';
import { fail } from './problems.ts';
import type { UnitContext } from './unitContext.ts';

/** A local variable or parameter. */
export interface LocalVariable {
    readonly name: string;
    readonly js: string;
    /** The beginning of its declaration: `let count`, or `text` for what the head of the body declares. */
    readonly start: string;
    readonly type: Type;
    readonly isFinal: boolean;
    readonly isNonNull: boolean;
}

/** What surrounds an expression: its class, whether `this` exists, and the variables in sight. */
export class Scope {
    readonly unit: UnitContext;
    /** The class the code stands in; for scripts the one that holds their declarations. */
    readonly decl: UserDecl;
    readonly isStatic: boolean;
    /** Type that `return` gives; null where there is no method. */
    readonly returns: Type | null;
    /** In a property's accessor: the property, whose name means its storage there. */
    readonly accessorOf: string | null;
    /** In a constructor or initialiser: final fields may be assigned. */
    readonly isInitializing: boolean;
    /** Names of locals that are never given null. */
    readonly neverNull: ReadonlySet<string>;
    /** Names, in the generated code, of all variables of the body that may hold heap. */
    readonly heavy: Set<string>;
    private readonly parent: Scope | null;
    private readonly variables = new Map<string, LocalVariable>();

    constructor(options: ScopeOptions, parent: Scope | null = null) {
        this.unit = options.unit;
        this.decl = options.decl;
        this.isStatic = options.isStatic;
        this.returns = options.returns;
        this.accessorOf = options.accessorOf ?? null;
        this.isInitializing = options.isInitializing ?? false;
        this.neverNull = options.neverNull ?? new Set();
        this.heavy = parent?.heavy ?? new Set();
        this.parent = parent;
    }

    /** A block inside this one. */
    inner(): Scope {
        return new Scope(this, this);
    }

    find(name: string): LocalVariable | undefined {
        return this.variables.get(name.toLowerCase()) ?? this.parent?.find(name);
    }

    /** Declares a variable; Apex allows no second one of the name in sight. */
    declare(name: string, type: Type, at: Position, isFinal = false): LocalVariable {
        if (this.find(name)) fail(at, `Duplicate variable: ${name}`);
        const isNonNull = this.neverNull.has(name.toLowerCase());
        const js = localName(name);
        if (isHeavy(type)) this.heavy.add(js);
        const start = isHeavy(type) ? js : `let ${js}`;
        const variable = { name, js, start, type, isFinal, isNonNull };
        this.variables.set(name.toLowerCase(), variable);
        return variable;
    }

    /** All variables in sight, for dynamic queries that bind by name. */
    visible(): LocalVariable[] {
        return [...(this.parent?.visible() ?? []), ...this.variables.values()];
    }
}

const LIGHT = new Set('Boolean Date Datetime Decimal Double Id Integer Long Time'.split(' '));

/** Whether a variable of the type may hold a share of the heap that is worth counting. */
export function isHeavy(type: Type): boolean {
    return type.kind !== 'enum' && !LIGHT.has(type.name);
}

export interface ScopeOptions {
    readonly unit: UnitContext;
    readonly decl: UserDecl;
    readonly isStatic: boolean;
    readonly returns: Type | null;
    readonly accessorOf?: string | null;
    readonly isInitializing?: boolean;
    readonly neverNull?: ReadonlySet<string>;
}
