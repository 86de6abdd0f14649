import { sobjectSignatureNames } from '../../../apex/signatures/sobjects.ts';
import { OVERLAYS } from './overlay/overlays.ts';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

let objectsByPrefix: ReadonlyMap<string, string> | undefined;
let prefixesByObject: ReadonlyMap<string, string> | undefined;

/** The first three characters of a standard object's ids. */
export function standardKeyPrefix(objectName: string): string {
    const known = OVERLAYS[objectName]?.keyPrefix;
    return known ?? derived().get(objectName) ?? '000';
}

/** The standard object of a key prefix. */
export function objectOfKeyPrefix(keyPrefix: string): string | undefined {
    objectsByPrefix ??= new Map(
        [...derived()].map(([name, prefix]) => [OVERLAYS[name]?.keyPrefix ?? prefix, name])
    );
    return objectsByPrefix.get(keyPrefix);
}

/** Objects without a known prefix get one from `y` and `z`, which the platform leaves free. */
function derived(): ReadonlyMap<string, string> {
    prefixesByObject ??= new Map(
        sobjectSignatureNames()
            .sort()
            .map((name, index) => [name, numbered(index)])
    );
    return prefixesByObject;
}

function numbered(index: number): string {
    const low = DIGITS[index % 62] ?? '0';
    const middle = DIGITS[Math.floor(index / 62) % 62] ?? '0';
    return (index < 62 * 62 ? 'z' : 'y') + middle + low;
}
