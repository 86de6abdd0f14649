import '../../library/index.ts';
import type { Schema } from '../../../data/schema/types.ts';
import { createSchema } from '../../../data/schema/schema.ts';
import { Execution, withExecution } from '../../execution.ts';
import type { Org } from '../../library/org/ports.ts';
import { toApexError } from '../errors.ts';
import { createProgram, type ApexProgram } from '../program.ts';

/** The standard objects and nothing else. */
export const schema: Schema = createSchema({ metadata: [] });

let sources = 0;

/** A program of class sources; each file is named after the class in it. */
export function programOf(...classes: readonly string[]): ApexProgram {
    return createProgram({ files: classes.map(fileOf), schema });
}

function fileOf(source: string): { readonly path: string; readonly source: string } {
    sources += 1;
    const [, kind, name = `Unit${sources}`] =
        /\b(class|interface|enum|trigger)\s+(\w+)/.exec(source) ?? [];
    return { path: `/test${sources}/${name}.${kind === 'trigger' ? 'trigger' : 'cls'}`, source };
}

/** Messages of all problems, with line and column. */
export function problemsOf(...classes: readonly string[]): string[] {
    return programOf(...classes)
        .diagnostics()
        .map(({ line, column, message }) => `${line}:${column} ${message}`);
}

/** Messages of the problems of some statements, without positions. */
export function problemsIn(statements: string, members = ''): string[] {
    return programOf(classAround(statements, members))
        .diagnostics()
        .map(({ message }) => message);
}

function classAround(statements: string, members: string): string {
    return `public class Snippet { ${members}\npublic static Object run() {\n${statements}\n} }`;
}

/** The value that the statements return. Members stand on line 1, the first statement on line 3. */
export function run(statements: string, members = '', ...others: readonly string[]): unknown {
    return call(programOf(classAround(statements, members), ...others), 'Snippet', 'run');
}

/** The value of an expression. */
export function evaluate(expression: string, members = ''): unknown {
    return run(`return ${expression};`, members);
}

/** Calls a static method without parameters in a transaction of its own. */
export function call(program: ApexProgram, className: string, method: string): unknown {
    return inTransaction(program, () => {
        const cls = program.linker.load(className);
        const run = cls[`${method.toLowerCase()}$`] as () => unknown;
        return run();
    });
}

export function inTransaction<T>(program: ApexProgram, work: () => T): T {
    const options = { userId: '005000000000001AAA', quiddity: 'ANONYMOUS' } as const;
    return withExecution(new Execution(fakeOrg(program), options), () => {
        try {
            return work();
        } catch (error) {
            throw toApexError(error);
        }
    });
}

/** What the tests need of an org: a schema, a user, a clock. */
function fakeOrg(program: ApexProgram): Org {
    const user = {
        language: 'en_US',
        locale: 'en_US',
        timeZone: 'UTC',
        name: 'Ada',
        username: 'ada'
    };
    return {
        database: { schema },
        users: { find: (id: string) => ({ ...user, id }) },
        metadata: { label: (_: unknown, name: string) => (name === 'Greeting' ? 'Hello' : null) },
        code: {
            type: (_: unknown, name: string) => program.type(name),
            apiVersion: { major: 66, minor: 0 }
        },
        clock: { now: () => 0 },
        random: { bytes: (count: number) => new Uint8Array(count) }
    } as unknown as Org;
}
