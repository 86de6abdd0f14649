import { session } from 'shell/session';
import { english } from './english.ts';
import { french } from './french.ts';

export type TextKey = keyof typeof english;

const texts: Readonly<Record<TextKey, string>> = session.user.language.startsWith('fr')
    ? french
    : english;

/** A text of the shell in the user's language, with `{0}`, `{1}`... filled in. */
export function text(key: TextKey, ...values: readonly (string | number)[]): string {
    return texts[key].replace(/\{(\d)\}/g, (_, index) => String(values[Number(index)] ?? ''));
}

/** All texts, for templates. */
export { texts };
