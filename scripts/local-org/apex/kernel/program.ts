import { compileClass, compileScript, isScript, scriptDecl } from '../compile/compileUnit.ts';
import type { CompiledUnit } from '../compile/compileUnit.ts';
import type { Diagnostic } from '../compile/problems.ts';
import type { Schema } from '../../data/schema/types.ts';
import type { CompilationUnit, TriggerDeclaration, TriggerEventName } from '../syntax/ast.ts';
import { diskCache, noCache, type DiskCache } from '../syntax/cache.ts';
import { readSource, type ApexFile, type ReadSource } from '../syntax/sources.ts';
import type { UserDecl } from '../types/userDecl.ts';
import { World } from '../types/world.ts';
import type { RuntimeType } from '../values/index.ts';
import { CompileKeys } from './compileKeys.ts';
import { Linker } from './linker.ts';
import { placesOf } from './places.ts';
import { registerScript } from './stack.ts';
import { unsupportedUses } from './platformSupport.ts';

export interface ProgramOptions {
    readonly files: readonly ApexFile[];
    readonly schema: Schema;
    /** Names of custom labels; without them every label is taken to exist. */
    readonly labels?: ReadonlySet<string>;
    /** Parsed and compiled files are kept there between runs. */
    readonly cacheDir?: string;
    /** Compiles with counters per statement. */
    readonly coverage?: boolean;
}

/** One file of the program: its declaration or script, compiled when it is first needed. */
export interface ProgramUnit {
    readonly name: string;
    readonly source: ReadSource;
    readonly unit: CompilationUnit;
    readonly decl: UserDecl;
    compiled(): CompiledUnit;
}

/** A trigger that is ready to run. */
export interface ProgramTrigger {
    readonly name: string;
    readonly objectName: string;
    readonly events: readonly TriggerEventName[];
    run(): void;
}

/** A set of Apex files, compiled and linked on demand. */
export class ApexProgram {
    readonly world: World;
    readonly units: ReadonlyMap<string, ProgramUnit>;
    readonly linker: Linker;
    private readonly options: ProgramOptions;
    private readonly cache: DiskCache;
    private readonly sourceProblems: Diagnostic[];
    private anonymousCount = 0;

    constructor(options: ProgramOptions) {
        this.options = options;
        this.cache = options.cacheDir === undefined ? noCache : diskCache(options.cacheDir);
        this.world = new World(options.schema, options.labels ?? null);
        const sources = options.files.map((file) => readSource(file, this.cache));
        const keys = options.cacheDir === undefined ? null : new CompileKeys(sources, options);
        this.sourceProblems = sources.flatMap(problemsOf);
        this.units = this.declareAll(sources, keys);
        this.linker = new Linker(this);
    }

    /** Every error of all files; compiles what has not been needed yet. */
    diagnostics(): Diagnostic[] {
        return [
            ...this.sourceProblems,
            ...[...this.units.values()].flatMap((unit) => unit.compiled().problems)
        ];
    }

    /** Warnings for uses of the platform that would throw when they are reached. */
    unsupported(): Diagnostic[] {
        return [...this.units.values()].flatMap(unsupportedUses);
    }

    /** A class, interface or enum by name, in any case: `Foo`, `Outer.Inner`. */
    decl(name: string): UserDecl | undefined {
        const [head = '', ...rest] = name.split('.');
        return rest.reduce<UserDecl | undefined>(
            (at, part) => at?.inner(part),
            this.world.unit(head)
        );
    }

    /** The run-time type of a class, interface or enum; null when there is none. */
    type(name: string): RuntimeType | null {
        const decl = this.decl(name);
        return decl ? this.linker.userType(decl.name) : null;
    }

    /** Triggers of an object for an event, in order of name. */
    triggers(objectName: string, event: string): ProgramTrigger[] {
        return this.allTriggers().filter(
            (trigger) =>
                trigger.objectName.toLowerCase() === objectName.toLowerCase() &&
                trigger.events.some((own) => own === event)
        );
    }

    allTriggers(): ProgramTrigger[] {
        return [...this.units.values()]
            .flatMap((unit) =>
                unit.unit.kind === 'trigger' ? [this.trigger(unit, unit.unit)] : []
            )
            .sort((a, b) => (a.name < b.name ? -1 : 1));
    }

    private trigger(unit: ProgramUnit, tree: TriggerDeclaration): ProgramTrigger {
        const { name, objectName, events } = tree;
        return { name, objectName, events, run: () => this.linker.runScript(unit) };
    }

    /**
     * Compiles an anonymous block.
     * @returns its problems, and how to run it when it has no errors
     */
    anonymous(source: string): {
        readonly problems: readonly Diagnostic[];
        readonly run: (() => void) | null;
    } {
        this.anonymousCount += 1;
        const read = readSource(
            { path: `anonymous-${this.anonymousCount}.apex`, source },
            this.cache
        );
        const { unit } = read.parsed;
        if (unit?.kind !== 'anonymous') return { problems: problemsOf(read), run: null };
        const program = this.scriptUnit('AnonymousBlock', read, unit, null);
        const { problems } = program.compiled();
        const isBroken = problems.some(({ severity }) => severity === 'error');
        return { problems, run: isBroken ? null : () => this.linker.runScript(program) };
    }

    /** The same program with other contents of some files; null removes a file. */
    with(changes: ReadonlyMap<string, string | null>): ApexProgram {
        const kept = this.options.files.filter(({ path }) => !changes.has(path));
        const added = [...changes].flatMap(([path, source]) =>
            source === null ? [] : [{ path, source }]
        );
        return new ApexProgram({ ...this.options, files: [...kept, ...added] });
    }

    private declareAll(
        sources: readonly ReadSource[],
        keys: CompileKeys | null
    ): Map<string, ProgramUnit> {
        const units = new Map<string, ProgramUnit>();
        for (const source of sources) {
            const { unit } = source.parsed;
            if (!unit) continue;
            const name = unitName(unit, source.path);
            const key = `${unit.kind === 'trigger' ? 'trigger ' : ''}${name.toLowerCase()}`;
            if (units.has(key)) this.sourceProblems.push(duplicate(name, source));
            else units.set(key, this.declareUnit(name, source, unit, keys));
        }
        return units;
    }

    private declareUnit(
        name: string,
        source: ReadSource,
        unit: CompilationUnit,
        keys: CompileKeys | null
    ): ProgramUnit {
        if (isScript(unit)) return this.scriptUnit(name, source, unit, keys);
        const decl = this.world.declare(unit, name);
        registerScript(source.path, placesOf(decl, 'Class.'));
        const compiled = this.cached(keys, source, name, () =>
            compileClass(decl, this.compileOptions(name, source))
        );
        return { name, source, unit, decl, compiled };
    }

    private scriptUnit(
        name: string,
        source: ReadSource,
        unit: Extract<CompilationUnit, { kind: 'trigger' | 'anonymous' }>,
        keys: CompileKeys | null
    ): ProgramUnit {
        const decl = scriptDecl(unit, { world: this.world, name });
        registerScript(source.path, placesOf(decl, unit.kind === 'trigger' ? 'Trigger.' : ''));
        const compile = (): CompiledUnit =>
            compileScript(unit, decl, this.compileOptions(name, source));
        const compiled = this.cached(keys, source, name, compile);
        return { name, source, unit, decl, compiled };
    }

    private compileOptions(name: string, source: ReadSource): Parameters<typeof compileClass>[1] {
        return {
            world: this.world,
            name,
            path: source.path,
            coverage: this.options.coverage ?? false
        };
    }

    private cached(
        keys: CompileKeys | null,
        source: ReadSource,
        name: string,
        compile: () => CompiledUnit
    ): () => CompiledUnit {
        if (!keys) return once(compile);
        return once(() => {
            const key = `code-${keys.keyOf(source, name)}`;
            const known = this.cache.read(key) as CompiledUnit | undefined;
            if (known) return known;
            const fresh = compile();
            this.cache.write(key, fresh);
            return fresh;
        });
    }
}

export function createProgram(options: ProgramOptions): ApexProgram {
    return new ApexProgram(options);
}

function once<T>(make: () => T): () => T {
    let held: { readonly of: T } | undefined;
    return () => (held ??= { of: make() }).of;
}

function unitName(unit: CompilationUnit, path: string): string {
    return unit.kind === 'anonymous' ? fileName(path) : unit.name;
}

function fileName(path: string): string {
    return path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
}

function duplicate(name: string, { path }: ReadSource): Diagnostic {
    const message = `Duplicate class: ${name}`;
    return { path, unit: name, line: 1, column: 1, severity: 'error', message };
}

function problemsOf(source: ReadSource): Diagnostic[] {
    const unit = fileName(source.path);
    return source.parsed.problems.map((problem) => ({
        ...problem,
        path: source.path,
        unit,
        severity: 'error'
    }));
}
