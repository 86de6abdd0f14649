import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const DOCUMENT = fileURLToPath(new URL('../../../docs/access.md', import.meta.url));

/** Whether a door opens; `invited` to link an agent first, `signed` as a note that names the person. */
export type Answer = 'yes' | 'no' | 'invited' | 'signed';

/** One line of the table "Expected": a person before a gate, and what they may do. */
export interface Case {
    readonly gate: string;
    /** Short names, e.g. `User`. */
    readonly permissionSets: readonly string[];
    readonly agent: string;
    readonly answers: ReadonlyMap<string, Answer>;
}

/** The hand-written tables of docs/access.md. */
export interface Expected {
    readonly cases: readonly Case[];
    /** What each door needs; a door that does several things needs something for each. */
    readonly doors: readonly { readonly need: string; readonly door: string }[];
}

export function readExpected(): Expected {
    const text = readFileSync(DOCUMENT, 'utf8');
    return {
        cases: tableBelow(text, '### Expected').map(toCase),
        doors: tableBelow(text, '### Doors').flatMap((row) =>
            (row.get('Needs') ?? '').split(', ').map((need) => ({
                need,
                door: (row.get('Door') ?? '').replaceAll('`', '')
            }))
        )
    };
}

type Row = ReadonlyMap<string, string>;

function tableBelow(text: string, heading: string): readonly Row[] {
    const section = text.split(`\n${heading}\n`)[1]?.split(/\n##+ /)[0] ?? '';
    const [names, , ...rows] = section.split('\n').filter((line) => line.startsWith('|'));
    const cells = (line: string) =>
        line
            .split('|')
            .slice(1, -1)
            .map((cell) => cell.trim());
    if (names === undefined || rows.length === 0) {
        throw new Error(`docs/access.md has no table below "${heading}".`);
    }
    return rows.map((row) => {
        const values = cells(row);
        return new Map(cells(names).map((name, index) => [name, values[index] ?? '']));
    });
}

function toCase(row: Row): Case {
    const [gate = '', permissionSets = '', agent = '', ...answers] = [...row.values()];
    const columns = [...row.keys()].slice(3);
    return {
        gate,
        permissionSets: permissionSets === 'none' ? [] : permissionSets.split(', '),
        agent,
        answers: new Map(columns.map((column, index) => [column, toAnswer(answers[index])]))
    };
}

function toAnswer(text: string | undefined): Answer {
    if (text === 'yes' || text === 'no' || text === 'invited' || text === 'signed') {
        return text;
    }
    throw new Error(`"${text}" is no answer of the table "Expected".`);
}
