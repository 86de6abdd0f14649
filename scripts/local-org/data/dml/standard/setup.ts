import { valueOf, type Save, type WorkRow } from '../work.ts';

/** What kind of thing an access row opens: `ApexClass`, `ConnectedApplication`. */
export function deriveSetupAccess(row: WorkRow, save: Save): void {
    const id = valueOf(row, 'SetupEntityId');
    const object = typeof id === 'string' ? save.schema.objectOfId(id) : undefined;
    row.values['SetupEntityType'] ??= object?.name ?? null;
}

/** A group that is given no developer name gets one from its name. */
export function deriveGroup(row: WorkRow): void {
    if (valueOf(row, 'DeveloperName') === null) {
        const name = String(valueOf(row, 'Name') ?? '');
        row.values['DeveloperName'] = name.replace(/\W+/g, '_').replace(/^_+|_+$/g, '');
    }
}
