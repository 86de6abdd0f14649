import { ApexMap } from './map.ts';

/** Maps of describe results: their names are found in any case and listed in lower case. */
export class CaseInsensitiveMap extends ApexMap {
    protected override keyOf(key: unknown): unknown {
        return typeof key === 'string' ? key.toLowerCase() : key;
    }
}
