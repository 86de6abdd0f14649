import type { Clause } from './query.ts';
import { isUnspaced, wordsOf } from './words.ts';

export const isNone = (clause: Clause): boolean =>
    !clause.isPhrase && clause.value.toLowerCase() === 'none';

export const equals = (value: string | null, wanted: string): boolean =>
    value !== null && value.toLowerCase() === wanted.toLowerCase();

/** Compares on an ordered scale (`status<solved`); a value outside the scale never passes. */
export function compareRank(
    scale: readonly string[],
    value: string | null,
    clause: Clause
): boolean {
    const have = value === null ? -1 : scale.indexOf(value);
    const want = scale.indexOf(clause.value.toLowerCase());
    if (have < 0 || want < 0) {
        return false;
    }
    switch (clause.operator) {
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
