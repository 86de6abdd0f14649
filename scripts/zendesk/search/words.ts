import { firstPlace } from '../store/sortedRows.ts';

/** Scripts written without blanks are cut into single characters, found again as a phrase. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const WORD =
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{M}\p{N}_])+/gu;
const ASCII = /^[\x00-\x7f]*$/;
const ASCII_WORD = /[a-z0-9_]+/g;

export const isUnspaced = (text: string): boolean => UNSPACED.test(text);

/** The words of a text, in lower case, as the index files them. */
export function wordsOf(text: string): string[] {
    const lower = text.toLowerCase();
    return lower.match(ASCII.test(lower) ? ASCII_WORD : WORD) ?? [];
}

const KEPT_UNIONS = 64;

/** From a word to the records that contain it; a prefix finds every word that starts with it. */
export class WordIndex {
    private readonly postings = new Map<string, Set<number>>();
    private vocabulary: string[] | null = null;
    /** What prefixes were found to mean; kept up to date as words come. */
    private readonly unions = new Map<string, Set<number>>();

    add(id: number, words: Iterable<string>): void {
        for (const word of words) {
            const known = this.postings.get(word);
            if (known === undefined) {
                this.postings.set(word, new Set([id]));
                this.vocabulary = null;
            } else {
                known.add(id);
            }
            this.unions.forEach((ids, prefix) => word.startsWith(prefix) && ids.add(id));
        }
    }

    remove(id: number, words: Iterable<string>): void {
        for (const word of words) {
            this.postings.get(word)?.delete(id);
        }
        this.unions.clear();
    }

    exact(word: string): ReadonlySet<number> {
        return this.postings.get(word) ?? new Set();
    }

    startingWith(prefix: string): ReadonlySet<number> {
        const known = this.unions.get(prefix);
        if (known !== undefined) {
            return known;
        }
        const found = this.wordsStartingWith(prefix).map((word) => this.exact(word));
        if (found.length === 1 && found[0]) {
            return found[0];
        }
        const union = new Set(found.flatMap((ids) => [...ids]));
        this.remember(prefix, union);
        return union;
    }

    private remember(prefix: string, union: Set<number>): void {
        const [oldest] = this.unions.keys();
        if (this.unions.size >= KEPT_UNIONS && oldest !== undefined) {
            this.unions.delete(oldest);
        }
        this.unions.set(prefix, union);
    }

    private wordsStartingWith(prefix: string): string[] {
        const words = this.sorted();
        const first = firstPlace(words, (word) => word >= prefix);
        let end = first;
        while (words[end]?.startsWith(prefix)) {
            end += 1;
        }
        return words.slice(first, end);
    }

    private sorted(): readonly string[] {
        this.vocabulary ??= [...this.postings.keys()].sort();
        return this.vocabulary;
    }
}
