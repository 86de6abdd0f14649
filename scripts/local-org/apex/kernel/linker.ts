import { Script } from 'node:vm';
import { SCRIPT_METHOD } from '../compile/compileUnit.ts';
import type { Type } from '../types/type.ts';
import type { UserDecl } from '../types/userDecl.ts';
import { UnsupportedFeatureError, type RuntimeType } from '../values/index.ts';
import {
    enumObject,
    finishClass,
    runtimeTypeOf,
    userRuntimeType,
    type ApexClass
} from './classModel.ts';
import { CompileFailure } from './errors.ts';
import type { ApexProgram, ProgramUnit } from './program.ts';
import { kernel } from './runtime.ts';
import { Statics } from './statics.ts';

/** The classes of a program as they are loaded: scripts run once, in the order of need. */
export class Linker {
    private readonly program: ApexProgram;
    private readonly classes = new Map<string, unknown>();
    private readonly types = new Map<string, RuntimeType>();
    private readonly holders = new Map<string, Statics>();
    private readonly counters = new Map<string, Uint32Array>();
    private readonly scriptDecls = new Map<string, UserDecl>();
    private readonly kernel: object;

    constructor(program: ApexProgram) {
        this.program = program;
        this.kernel = {
            ...kernel,
            load: (name: string) => this.load(name),
            statics: (name: string) => this.statics(name),
            userType: (name: string) => this.userType(name),
            define: (name: string, cls: ApexClass) => this.define(name, cls),
            defineEnum: (name: string) => this.defineEnum(name)
        };
    }

    /** A class by its full name; its file's script runs when it has not yet. */
    load(name: string): ApexClass {
        const known = this.classes.get(name.toLowerCase());
        if (known) return known as ApexClass;
        const [head = ''] = name.split('.');
        const unit = this.program.units.get(head.toLowerCase());
        if (!unit)
            throw new UnsupportedFeatureError(`the class ${name}, which the program does not have`);
        this.evaluate(unit);
        const loaded = this.classes.get(name.toLowerCase());
        if (!loaded) throw new CompileFailure(unit.name, 1, `${name} has no class of its own`);
        return loaded as ApexClass;
    }

    runScript(unit: ProgramUnit): void {
        const key = `script ${unit.source.path}`;
        if (!this.classes.has(key)) {
            this.declareScript(unit.decl);
            this.evaluate(unit);
            this.classes.set(key, this.classes.get(unit.decl.name.toLowerCase()));
        }
        const script = this.classes.get(key) as Record<string, () => void>;
        script[`${SCRIPT_METHOD}$`]?.();
    }

    /** Classes of a trigger or anonymous block are known only to it, and only while it is loaded. */
    private declareScript(decl: UserDecl): void {
        for (const own of [decl, ...decl.inners()]) {
            this.scriptDecls.set(own.name.toLowerCase(), own);
            this.types.delete(own.name.toLowerCase());
            this.holders.delete(own.name.toLowerCase());
        }
    }

    userType(name: string): RuntimeType {
        const key = name.toLowerCase();
        const known = this.types.get(key);
        if (known) return known;
        const type = userRuntimeType(
            this.declOf(name),
            (parent) => this.runtimeType(parent),
            (cls) => this.load(cls)
        );
        this.types.set(key, type);
        return type;
    }

    /** The descriptor of any static type. */
    runtimeType(type: Type): RuntimeType {
        return runtimeTypeOf(type, (name) => this.userType(name));
    }

    /** Executions per line of a file; undefined when it has not been loaded. */
    lineCounts(unit: ProgramUnit): Uint32Array | undefined {
        return this.counters.get(unit.source.path);
    }

    private declOf(name: string): UserDecl {
        const decl = this.scriptDecls.get(name.toLowerCase()) ?? this.program.decl(name);
        if (!decl)
            throw new UnsupportedFeatureError(`the type ${name}, which the program does not have`);
        return decl;
    }

    private evaluate(unit: ProgramUnit): void {
        const { js } = unit.compiled();
        const counts = new Uint32Array(unit.decl.tree.endLine + 2);
        this.counters.set(unit.source.path, counts);
        const script = new Script(js, { filename: unit.source.path });
        const run = script.runInThisContext() as (kernel: object, counts: Uint32Array) => void;
        run(this.kernel, counts);
    }

    private define(name: string, cls: ApexClass): ApexClass {
        const decl = this.declOf(name);
        this.classes.set(name.toLowerCase(), cls);
        finishClass(cls, decl, this.userType(name));
        return cls;
    }

    private defineEnum(name: string): object {
        const constants = enumObject(this.userType(name));
        this.classes.set(name.toLowerCase(), constants);
        return constants;
    }

    private statics(name: string): Statics {
        const key = name.toLowerCase();
        const known = this.holders.get(key) ?? new Statics(name, (cls) => this.load(cls));
        this.holders.set(key, known);
        return known;
    }
}
