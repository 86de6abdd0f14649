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

/** From a word to the records that contain it; a prefix finds every word that starts with it. */
export class WordIndex {
    private readonly postings = new Map<string, Set<number>>();
    private vocabulary: string[] | null = null;

    add(id: number, words: Iterable<string>): void {
        for (const word of words) {
            const known = this.postings.get(word);
            if (known === undefined) {
                this.postings.set(word, new Set([id]));
                this.vocabulary = null;
            } else {
                known.add(id);
            }
        }
    }

    remove(id: number, words: Iterable<string>): void {
        for (const word of words) {
            this.postings.get(word)?.delete(id);
        }
    }

    exact(word: string): ReadonlySet<number> {
        return this.postings.get(word) ?? new Set();
    }

    startingWith(prefix: string): ReadonlySet<number> {
        const words = this.sorted();
        const found: ReadonlySet<number>[] = [];
        for (let at = firstAtOrAfter(words, prefix); words[at]?.startsWith(prefix); at += 1) {
            found.push(this.exact(words[at] ?? ''));
        }
        return found.length === 1 && found[0]
            ? found[0]
            : new Set(found.flatMap((ids) => [...ids]));
    }

    private sorted(): readonly string[] {
        this.vocabulary ??= [...this.postings.keys()].sort();
        return this.vocabulary;
    }
}

function firstAtOrAfter(words: readonly string[], prefix: string): number {
    let low = 0;
    let high = words.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if ((words[middle] ?? '') < prefix) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}
