/**
 * `String.format`: java.text.MessageFormat with plain `{n}` places. A single quote starts quoted
 * text, two are one quote; a place without an argument stays as it is.
 */
export function formatMessage(pattern: string, values: readonly string[]): string {
    let output = '';
    let isQuoted = false;
    let index = 0;
    while (index < pattern.length) {
        const point = pattern.charAt(index);
        if (point === "'") {
            const isDouble = pattern.charAt(index + 1) === "'";
            output += isDouble ? "'" : '';
            isQuoted = isDouble ? isQuoted : !isQuoted;
            index += isDouble ? 2 : 1;
            continue;
        }
        const place = isQuoted ? null : /^\{\s*(\d+)\s*(?:,[^}]*)?\}/.exec(pattern.slice(index));
        output += place ? (values[Number(place[1])] ?? place[0]) : point;
        index += place ? place[0].length : 1;
    }
    return output;
}
