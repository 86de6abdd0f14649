import type { SoqlQuery, SoslQuery } from '../../../data/soql/ast.ts';
import type { Binds, FieldValue } from '../../../data/types.ts';
import { execution } from '../../execution.ts';
import { systemException } from '../../values/exception.ts';
import { ApexList } from '../../values/list.ts';
import type { ApexMap } from '../../values/map.ts';
import { ApexSet } from '../../values/set.ts';
import { ApexSObject } from '../../values/sobject.ts';
import { toStored } from '../sobject/fieldValues.ts';

/** The value of a bind variable; undefined when there is none of that name. */
export type BindScope = (key: string) => unknown;

/** Looks up every bind of a query. QueryException for a variable that isn't there. */
export function resolveBinds(query: SoqlQuery | SoslQuery, scope: BindScope): Binds {
    const binds: Record<string, FieldValue | readonly FieldValue[]> = {};
    for (const key of bindKeys(query)) {
        const value = scope(key);
        if (value === undefined) {
            throw systemException('QueryException', `Variable does not exist: ${key}`);
        }
        binds[key] = bindValue(value);
    }
    return binds;
}

function bindKeys(node: unknown): Set<string> {
    const keys = new Set<string>();
    const visit = (value: unknown): void => {
        if (typeof value !== 'object' || value === null) {
            return;
        }
        if ('kind' in value && value.kind === 'bind' && 'key' in value) {
            keys.add(String(value.key));
        }
        Object.values(value).forEach(visit);
    };
    visit(node);
    return keys;
}

/** Collections become lists, records their ids. */
function bindValue(value: unknown): FieldValue | readonly FieldValue[] {
    if (value instanceof ApexList || value instanceof ApexSet) {
        return value.toArray().map((item) => scalar(item));
    }
    return scalar(value);
}

function scalar(value: unknown): FieldValue {
    return toStored(value instanceof ApexSObject ? value.storedValue('Id') : value);
}

/** Variables of the code that calls `Database.query`: a name, or a path from one. */
export function callerScope(): BindScope {
    const lookup = execution().slots.get('compiler.binds');
    return (key) => {
        const [first = '', ...path] = key.split('.');
        const start: unknown = typeof lookup === 'function' ? lookup(first) : undefined;
        return path.reduce<unknown>(readMember, start);
    };
}

function readMember(target: unknown, name: string): unknown {
    if (target instanceof ApexSObject) {
        return target.read(name);
    }
    return undefined;
}

/** The names of `queryWithBinds`, whatever their case. */
export function mapScope(map: ApexMap): BindScope {
    const byName = new Map(
        map.pairs().map(([name, value]) => [String(name).toLowerCase(), value] as const)
    );
    return (key) => byName.get(key.toLowerCase());
}
