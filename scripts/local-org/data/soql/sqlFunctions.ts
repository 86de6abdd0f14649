import type { Schema } from '../schema/types.ts';
import type { Connection, SqlValue } from '../store/connection.ts';
import { offset } from '../time/zone.ts';
import { matches, parseSearchText } from './searchText.ts';

const EARTH_RADIUS = { mi: 3958.8, km: 6371 } as const;

/** Gives SQL what it lacks for SOQL. */
export function defineSqlFunctions(connection: Connection, schema: Schema): void {
    connection.define('fold', fold);
    connection.define('sort_key', sortKey);
    connection.define('object_of_id', (id) => objectOfId(schema, id));
    connection.define('picklist_includes', picklistIncludes);
    connection.define('picklist_label', (key, value) => picklistLabel(schema, key, value));
    connection.define('picklist_rank', (key, value) => picklistRank(schema, key, value));
    connection.define('distance', distance);
    connection.define('search_match', searchMatch);
    connection.define('local_moment', localMoment);
}

function fold(value: SqlValue = null): SqlValue {
    return typeof value === 'string' ? value.toLowerCase() : value;
}

function sortKey(value: SqlValue = null): SqlValue {
    if (typeof value !== 'string') {
        return value;
    }
    const lower = value.toLowerCase();
    return /^[\x00-\x7f]*$/.test(lower) ? lower : lower.normalize('NFD').replace(/\p{M}/gu, '');
}

function objectOfId(schema: Schema, id: SqlValue = null): SqlValue {
    return typeof id === 'string' ? (schema.objectOfId(id)?.name ?? null) : null;
}

function picklistIncludes(selected: SqlValue = null, wanted: SqlValue = null): SqlValue {
    if (typeof selected !== 'string') {
        return null;
    }
    const have = new Set(selected.toLowerCase().split(';'));
    const anyOf: readonly string[] = JSON.parse(String(wanted)) as string[];
    const fits = (value: string) =>
        value
            .toLowerCase()
            .split(';')
            .every((part) => have.has(part));
    return anyOf.some(fits) ? 1 : 0;
}

function picklistOf(schema: Schema, key: SqlValue = null) {
    const [objectName = '', fieldName = ''] = String(key).split('.');
    return schema.field(objectName, fieldName)?.picklistValues ?? [];
}

function picklistLabel(schema: Schema, key: SqlValue = null, value: SqlValue = null): SqlValue {
    return picklistOf(schema, key).find((known) => known.value === value)?.label ?? value;
}

/** Values outside the list come last, in their own order. */
function picklistRank(schema: Schema, key: SqlValue = null, value: SqlValue = null): SqlValue {
    if (value === null) {
        return null;
    }
    const rank = picklistOf(schema, key).findIndex((known) => known.value === value);
    return rank < 0 ? `z${String(sortKey(value))}` : String(rank).padStart(5, '0');
}

function distance(...values: SqlValue[]): SqlValue {
    const [lat1, lon1, lat2, lon2] = values.slice(0, 4).map((value) => radians(value));
    if (lat1 == null || lon1 == null || lat2 == null || lon2 == null) {
        return null;
    }
    const half = (angle: number) => Math.sin(angle / 2) ** 2;
    const chord = half(lat2 - lat1) + Math.cos(lat1) * Math.cos(lat2) * half(lon2 - lon1);
    const radius = values[4] === 'km' ? EARTH_RADIUS.km : EARTH_RADIUS.mi;
    return 2 * radius * Math.asin(Math.sqrt(chord));
}

function radians(value: SqlValue): number | null {
    return typeof value === 'number' ? (value * Math.PI) / 180 : null;
}

function searchMatch(text: SqlValue = null, ...values: SqlValue[]): SqlValue {
    const content = values.filter((value) => value !== null).join('\n');
    return matches(parseSearchText(String(text)), content) ? 1 : 0;
}

function localMoment(moment: SqlValue = null, timeZone: SqlValue = null): SqlValue {
    if (typeof moment !== 'string') {
        return null;
    }
    const epoch = Date.parse(moment);
    return new Date(epoch + offset(epoch, String(timeZone))).toISOString();
}
