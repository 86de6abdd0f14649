import { readFileSync } from 'node:fs';

/**
 * The shape of the Metadata API's XML. A member reads `Type`, with `?` when it may be left out and
 * `[]` when it repeats; `Type` is `string`, `boolean`, `number`, an enumeration, another type, `xml`
 * (kept as nodes) or `typed` (its type is said by `xsi:type`).
 */
export interface ElementTable {
    readonly types: Record<string, Record<string, string>>;
    readonly enums: Record<string, readonly string[]>;
}

export interface ElementSpec {
    readonly type: string;
    readonly repeated: boolean;
    readonly required: boolean;
}

let table: ElementTable | null = null;

/** The table, made by `elements/main.ts` from the Metadata API's declarations. */
export function elements(): ElementTable {
    table ??= JSON.parse(
        readFileSync(new URL('./elements.json', import.meta.url), 'utf8')
    ) as ElementTable;
    return table;
}

/** What an element of a type holds; undefined when the type has no such element. */
export function elementSpec(type: string, element: string): ElementSpec | undefined {
    return elementsOf(type).get(element);
}

const specs = new Map<string, ReadonlyMap<string, ElementSpec>>();

/** Every element of a type, by name; empty when there is no such type. */
export function elementsOf(type: string): ReadonlyMap<string, ElementSpec> {
    const known = specs.get(type);
    if (known) {
        return known;
    }
    const members = Object.entries(elements().types[type] ?? {});
    const parsed = new Map(members.map(([name, spec]) => [name, parseSpec(spec)]));
    specs.set(type, parsed);
    return parsed;
}

function parseSpec(spec: string): ElementSpec {
    const type = spec.replace(/[?[\]]+$/, '');
    return { type, repeated: spec.endsWith('[]'), required: spec === type };
}
