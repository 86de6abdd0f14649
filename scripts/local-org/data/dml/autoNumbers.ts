import type { FieldSchema } from '../schema/types.ts';
import type { Save, WorkRow } from './work.ts';

/** Numbers new records: `T-{0000}` gives T-0001, T-0002; `{YYYY}`, `{MM}`, `{DD}` are the date. */
export function assignAutoNumbers(rows: readonly WorkRow[], save: Save): void {
    for (const [object, group] of Map.groupBy(rows, (row) => row.object)) {
        for (const field of object.fields.filter((known) => known.autoNumber)) {
            const name = `${object.name}.${field.name}`;
            const first = save.store.counters.take(name, group.length);
            group.forEach((row, at) => {
                row.values[field.name] = numbered(field, first + at, save.stamp);
            });
        }
    }
}

function numbered(field: FieldSchema, value: number, stamp: string): string {
    const [year = '', month = '', day = ''] = stamp.slice(0, 10).split('-');
    return (field.displayFormat ?? '{0}')
        .replace(/\{(0+)\}/, (_, zeros: string) => String(value).padStart(zeros.length, '0'))
        .replaceAll('{YYYY}', year)
        .replaceAll('{YY}', year.slice(2))
        .replaceAll('{MM}', month)
        .replaceAll('{DD}', day);
}
