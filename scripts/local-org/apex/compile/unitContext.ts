import type { Position } from '../syntax/ast.ts';
import type { TypeDecl } from '../types/declaration.ts';
import type { Type } from '../types/type.ts';
import type { UserDecl } from '../types/userDecl.ts';
import type { World } from '../types/world.ts';
import { classTag, loaderName, staticsName, text } from './names.ts';
import { CompileProblem, type Diagnostic, type Severity } from './problems.ts';

/** A platform member that the unit uses, for the check against the library. */
export interface PlatformUse {
    /** `System.JSON`. */
    readonly type: string;
    /** `serialize`; `construct` for constructors. */
    readonly member: string;
    readonly isStatic: boolean;
    readonly line: number;
}

/** What all parts of one script share: constants at its head, problems, uses. */
export class UnitContext {
    readonly world: World;
    readonly name: string;
    readonly path: string;
    readonly coverage: boolean;
    /** Types that only this script sees, e.g. classes of an anonymous block. */
    readonly ownTypes: ReadonlySet<TypeDecl>;
    /** The object of a trigger: the type of `Trigger.new`. */
    readonly triggerObject: Type | null;
    readonly problems: Diagnostic[] = [];
    readonly uses: PlatformUse[] = [];
    readonly coveredLines = new Set<number>();
    private readonly constants = new Map<string, string>();
    private readonly loaders = new Map<string, string>();
    private counter = 0;

    constructor(options: {
        readonly world: World;
        readonly name: string;
        readonly path: string;
        readonly coverage: boolean;
        readonly ownTypes: ReadonlySet<TypeDecl>;
        readonly triggerObject: Type | null;
    }) {
        this.world = options.world;
        this.name = options.name;
        this.path = options.path;
        this.coverage = options.coverage;
        this.ownTypes = options.ownTypes;
        this.triggerObject = options.triggerObject;
    }

    report(position: Position, message: string, severity: Severity = 'error'): void {
        const { line, column } = position;
        this.problems.push({ path: this.path, unit: this.name, line, column, severity, message });
    }

    /** Runs a step; a problem in it is reported and the fallback taken. */
    attempt<T>(step: () => T, fallback: (problem: CompileProblem) => T): T {
        try {
            return step();
        } catch (error) {
            if (!(error instanceof CompileProblem)) throw error;
            this.report(error.position, error.message);
            return fallback(error);
        }
    }

    /** A fresh name for a temporary. */
    temporary(): string {
        this.counter += 1;
        return `$${this.counter}`;
    }

    /** A constant at the head of the script, made once per text. */
    constant(js: string): string {
        const known = this.constants.get(js);
        if (known) return known;
        const name = `k$${this.constants.size}`;
        this.constants.set(js, name);
        return name;
    }

    /** The class itself: a variable in its own script, a call of its loader elsewhere. */
    classRef(decl: UserDecl): string {
        if (this.ownTypes.has(decl)) return classTag(decl);
        this.loaders.set(loaderName(decl), decl.name);
        return `${loaderName(decl)}()`;
    }

    /** The static state of a class in the running transaction. */
    staticsRef(decl: UserDecl): string {
        if (this.ownTypes.has(decl)) return `${staticsName(decl)}.now()`;
        return `${this.constant(`$.statics(${text(decl.name)})`)}.now()`;
    }

    /** The run-time descriptor of a type. */
    typeRef(type: Type): string {
        return this.constant(this.typeExpression(type));
    }

    private typeExpression(type: Type): string {
        const args = type.args.map((arg) => this.typeExpression(arg));
        if (type.kind === 'list') return `$.listOf(${args.join(', ')})`;
        if (type.kind === 'set') return `$.setOf(${args.join(', ')})`;
        if (type.kind === 'map') return `$.mapOf(${args.join(', ')})`;
        if (type.decl?.origin === 'user') return `$.userType(${text(type.decl.name)})`;
        const name = type.decl?.origin === 'platform' ? type.decl.name : type.name;
        const rest = args.length > 0 ? `, [${args.join(', ')}]` : '';
        return `$.typeOf(${text(type.kind)}, ${text(name)}${rest})`;
    }

    use(type: string, member: string, isStatic: boolean, line: number): void {
        this.uses.push({ type, member, isStatic, line });
    }

    /** The declarations that stand before everything else, on one line. */
    head(): string {
        const constants = [...this.constants].map(([js, name]) => `const ${name} = ${js};`);
        const loaders = [...this.loaders].map(
            ([name, full]) =>
                `let ${name}$c; const ${name} = () => (${name}$c ??= $.load(${text(full)}));`
        );
        return [...loaders, ...constants].join(' ');
    }
}
