import { checkContract } from './contract.ts';

/** As many operations as must be covered for the check to mean something. */
const LEAST = 150;

/** Prints what was found. @returns the exit code */
export async function reportContract(file: string, say: (line: string) => void): Promise<number> {
    const report = await checkContract(file);
    const errors = report.deviations.filter(({ reason }) => reason === null);
    const accepted = new Set(report.deviations.flatMap(({ reason }) => reason ?? []));
    errors.forEach(({ operation, property, problem }) =>
        say(`${operation}: ${property === null ? '' : `${property} `}${problem}`)
    );
    report.unused.forEach(({ reason }) => say(`No longer needed: the exception "${reason}"`));
    say(
        `${report.checked.length} operations checked, ${errors.length} deviations, ` +
            `${accepted.size} accepted exceptions, ${report.notSimulated.length} operations not simulated`
    );
    const isGood =
        errors.length === 0 && report.unused.length === 0 && report.checked.length >= LEAST;
    return isGood ? 0 : 1;
}
