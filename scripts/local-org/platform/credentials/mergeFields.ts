import { CalloutError } from '../callout/types.ts';

const FORMULA = /\{!\s*(.*?)\s*\}/g;
const FIELD = /^\$Credential\.(?:(\w+)\.)?(\w+)$/;

/**
 * Replaces `{!$Credential.Name.Parameter}` (and `{!$Credential.Parameter}`) by what the principal
 * holds. A formula may join quoted texts and such fields with `&`; functions are not supported.
 */
export function resolveMergeFields(text: string, values: ReadonlyMap<string, string>): string {
    return text.replace(FORMULA, (_, formula: string) =>
        splitJoin(formula)
            .map((part) => evaluate(part, values))
            .join('')
    );
}

function evaluate(part: string, values: ReadonlyMap<string, string>): string {
    const quoted = /^'(.*)'$/s.exec(part) ?? /^"(.*)"$/s.exec(part);
    if (quoted) {
        return quoted[1] ?? '';
    }
    const field = FIELD.exec(part)?.[2];
    const value = field === undefined ? undefined : values.get(field.toLowerCase());
    if (value === undefined) {
        throw new CalloutError(`The merge field {!${part}} can't be resolved.`);
    }
    return value;
}

/** Splits at `&` outside quotes. */
function splitJoin(formula: string): readonly string[] {
    return (formula.match(/(?:'[^']*'|"[^"]*"|[^&'"])+/g) ?? []).map((part) => part.trim());
}
