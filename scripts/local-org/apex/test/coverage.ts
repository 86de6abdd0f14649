import { annotated } from '../types/userDecl.ts';
import type { ApexProgram, ProgramUnit } from '../kernel/program.ts';
import type { LineCoverage } from './results.ts';

/** Lines that ran, of each class and trigger that is not a test itself. */
export function coverageOf(program: ApexProgram): readonly LineCoverage[] {
    return [...program.units.values()]
        .filter((unit) => !isTest(unit))
        .map((unit) => unitCoverage(program, unit))
        .filter(({ lines }) => lines > 0)
        .sort((a, b) => a.class.localeCompare(b.class));
}

function unitCoverage(program: ApexProgram, unit: ProgramUnit): LineCoverage {
    const lines = unit.compiled().coveredLines;
    const counts = program.linker.lineCounts(unit);
    const covered = lines.filter((line) => (counts?.[line] ?? 0) > 0);
    return { class: unit.name, lines: lines.length, covered: covered.length };
}

function isTest({ unit }: ProgramUnit): boolean {
    return unit.kind === 'class' && annotated(unit.modifiers, 'istest');
}
