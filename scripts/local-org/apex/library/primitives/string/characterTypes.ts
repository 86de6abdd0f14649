/** Groups of Java's Character.getType, one class of characters each. */
const TYPES = [
    /\p{Lu}/u,
    /\p{Ll}/u,
    /\p{Lt}/u,
    /\p{Lm}/u,
    /\p{Lo}/u,
    /\p{Nd}/u,
    /\p{N}/u,
    /\p{Zs}/u,
    /\p{Z}/u,
    /\p{Cc}/u,
    /\p{Pd}/u,
    /\p{Ps}/u,
    /\p{Pe}/u,
    /\p{Pc}/u,
    /\p{P}/u,
    /\p{Sm}/u,
    /\p{Sc}/u,
    /\p{S}/u
];

const UPPER = 0;
const LOWER = 1;

/**
 * Pieces of one kind of character each. With `camelCase` a capital belongs to the small letters that
 * follow it.
 */
export function splitByType(text: string, camelCase: boolean): string[] {
    const pieces: string[] = [];
    let lastType = -1;
    for (const point of text) {
        const type = TYPES.findIndex((pattern) => pattern.test(point));
        const last = pieces.at(-1);
        if (last !== undefined && type === lastType) {
            pieces[pieces.length - 1] = last + point;
        } else if (last !== undefined && camelCase && type === LOWER && lastType === UPPER) {
            pieces.pop();
            pieces.push(...[last.slice(0, -1)].filter((piece) => piece !== ''));
            pieces.push(last.slice(-1) + point);
        } else {
            pieces.push(point);
        }
        lastType = type;
    }
    return pieces;
}
