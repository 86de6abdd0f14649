import type { Clause } from './query.ts';
import { isUnspaced, wordsOf } from './words.ts';

export const isNone = (clause: Clause): boolean =>
    !clause.isPhrase && clause.value.toLowerCase() === 'none';

export const equals = (value: string | null, wanted: string): boolean =>
    value !== null && value.toLowerCase() === wanted.toLowerCase();

/** The values of an ordered scale that a clause allows (`status<solved`); none when it is unknown. */
export function allowedRanks(scale: readonly string[], clause: Clause): ReadonlySet<string> {
    const want = scale.indexOf(clause.value.toLowerCase());
    return new Set(want < 0 ? [] : scale.filter((_, have) => holds(clause.operator, have, want)));
}

function holds(operator: Clause['operator'], have: number, want: number): boolean {
    switch (operator) {
        case '<':
            return have < want;
        case '>':
            return have > want;
        case '<=':
            return have <= want;
        case '>=':
            return have >= want;
        case ':':
            return have === want;
    }
}

/** Tests a text: `none`, `*` wildcards, a phrase of whole words, or words as prefixes. */
export function textMatcher(clause: Clause): (text: string | null) => boolean {
    if (isNone(clause)) {
        return (text) => text === null || text === '';
    }
    const wanted = clause.value.toLowerCase();
    if (wanted.includes('*')) {
        const pattern = wildcard(wanted);
        return (text) => text !== null && pattern.test(text.toLowerCase());
    }
    if (clause.isPhrase || isUnspaced(wanted)) {
        const phrase = ` ${wordsOf(wanted).join(' ')} `;
        return (text) => text !== null && ` ${wordsOf(text).join(' ')} `.includes(phrase);
    }
    const words = wordsOf(wanted);
    return (text) => text !== null && hasPrefixes(wordsOf(text), words);
}

function hasPrefixes(have: readonly string[], wanted: readonly string[]): boolean {
    return wanted.every((prefix) => have.some((word) => word.startsWith(prefix)));
}

function wildcard(pattern: string): RegExp {
    const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
    return new RegExp(
        `(^|[^\\p{L}\\p{N}])${parts.join('[\\p{L}\\p{N}_.@-]*')}($|[^\\p{L}\\p{N}])`,
        'u'
    );
}
