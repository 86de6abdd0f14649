import { ApexDecimal } from '../../values/decimal.ts';
import { ApexList } from '../../values/list.ts';
import { ApexMap } from '../../values/map.ts';
import { types } from '../../values/runtimeType.ts';
import type { JsonNode } from './tree.ts';

/**
 * `JSON.deserializeUntyped`: Map<String, Object>, List<Object>, String, Boolean, and numbers as
 * Integer, Long or Decimal, whichever holds them.
 */
export function readUntyped(node: JsonNode): unknown {
    switch (node.kind) {
        case 'null':
            return null;
        case 'boolean':
            return node.value;
        case 'string':
            return node.text;
        case 'number':
            return numberOf(node.text);
        case 'array':
            return new ApexList(types.Object, node.items.map(readUntyped));
        case 'object':
            return new ApexMap(
                types.String,
                types.Object,
                node.entries.map(([name, value]) => [name, readUntyped(value)] as const)
            );
    }
}

function numberOf(text: string): unknown {
    if (!/^-?\d+$/.test(text)) {
        return ApexDecimal.of(text);
    }
    const value = BigInt(text);
    if (BigInt.asIntN(32, value) === value) {
        return Number(value);
    }
    return BigInt.asIntN(64, value) === value ? value : ApexDecimal.of(text);
}
