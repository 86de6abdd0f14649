import { existsSync } from 'node:fs';

import { Connection, quoted } from './connection.ts';

/** Key prefixes of the custom objects that have records in the file of an org, by object. */
export function usedPrefixes(file: string): ReadonlyMap<string, string> {
    if (!existsSync(file)) {
        return new Map();
    }
    const connection = new Connection(file);
    try {
        return new Map(customTables(connection).flatMap((name) => prefixOf(connection, name)));
    } finally {
        connection.close();
    }
}

function customTables(connection: Connection): readonly string[] {
    const tables = connection.all("SELECT name FROM sqlite_master WHERE type = 'table'");
    return tables.map(([name]) => String(name)).filter((name) => /__(?:c|e|mdt)$/i.test(name));
}

function prefixOf(
    connection: Connection,
    table: string
): readonly (readonly [name: string, prefix: string])[] {
    const [id] = connection.first(`SELECT min(Id) FROM ${quoted(table)}`) ?? [];
    return typeof id === 'string' ? [[table, id.slice(0, 3)]] : [];
}
