import type { ApexProgram } from './program.ts';

/** Statement coverage of one file. */
export interface FileCoverage {
    readonly name: string;
    readonly path: string;
    /** Executions by line, for every line that a statement starts on. */
    readonly lines: ReadonlyMap<number, number>;
}

/** What ran since the program was made; for programs created with `coverage`. Test classes left out. */
export function coverageOf(program: ApexProgram): FileCoverage[] {
    return [...program.units.values()]
        .filter(({ decl }) => !decl.isTest)
        .map((unit) => {
            const counts = program.linker.lineCounts(unit);
            const lines = unit
                .compiled()
                .coveredLines.map((line) => [line, counts?.[line] ?? 0] as const);
            return { name: unit.name, path: unit.source.path, lines: new Map(lines) };
        })
        .filter(({ lines }) => lines.size > 0);
}
