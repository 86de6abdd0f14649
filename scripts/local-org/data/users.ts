import type { QueryUser } from './soql/engine.ts';
import type { RecordStore } from './store/recordStore.ts';

/** Time zone and locale of a user; an unknown user has those of the platform itself. */
export function queryUser(store: RecordStore, userId: string): QueryUser {
    const { sqlName } = store.tables.get('User');
    const sql = `SELECT TimeZoneSidKey, LocaleSidKey FROM ${sqlName} WHERE Id = ?`;
    const [timeZone, locale] = store.connection.first(sql, [userId]) ?? [];
    return {
        id: userId,
        timeZone: typeof timeZone === 'string' ? timeZone : 'GMT',
        locale: typeof locale === 'string' ? locale : 'en_US'
    };
}

/** The month in which the organization's fiscal year starts, 1 to 12. */
export function fiscalYearStart(store: RecordStore): number {
    const { sqlName } = store.tables.get('Organization');
    const sql = `SELECT FiscalYearStartMonth FROM ${sqlName} LIMIT 1`;
    return Number(store.connection.first(sql)?.[0] ?? 1);
}
