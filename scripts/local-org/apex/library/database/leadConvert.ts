import { CONVERTED_LEAD } from '../../../data/computed/statuses.ts';
import { DmlFailure } from '../../../data/errors.ts';
import type { DmlError, FieldValue } from '../../../data/types.ts';
import { execution } from '../../execution.ts';
import { systemException } from '../../values/exception.ts';
import { ApexList } from '../../values/list.ts';
import { platformType } from '../../values/objects.ts';
import { type Bean, readBean, writeBean } from '../platform/beans.ts';
import { libraryObject } from '../registry.ts';
import { DatabaseError } from './results.ts';
import { accountOf, contactOf, opportunityOf, type Fields } from './leadFields.ts';

const RESULT = platformType('Database.LeadConvertResult');
const ERROR = platformType('Database.Error');

/** What became of one lead. */
interface Outcome {
    readonly leadId: string;
    readonly ids: Fields;
    readonly error: DmlError | null;
}

/**
 * `Database.convertLead`: an account, a contact and, unless refused, an opportunity of each lead, or
 * the ones given; the lead refers to them and is read-only from then on (Apex Reference, LeadConvert).
 */
export function convertLead(target: unknown, ...args: readonly unknown[]): unknown {
    const conversions =
        target instanceof ApexList ? (target.toArray() as Bean[]) : [target as Bean];
    const allOrNone = args.find((arg) => typeof arg === 'boolean') ?? true;
    const { limits, org } = execution();
    limits.use('dmlStatements');
    limits.use('dmlRows', conversions.length);
    const results = org.database.transaction(() =>
        conversions.map((conversion, row) => attempt(conversion, row, allOrNone))
    );
    return target instanceof ApexList ? new ApexList(RESULT, results) : results[0];
}

function attempt(conversion: Bean, row: number, allOrNone: boolean): Bean {
    const { database } = execution().org;
    const leadId = String(readBean(conversion, 'LeadId'));
    const savepoint = database.setSavepoint();
    try {
        return resultOf({ leadId, ids: convert(conversion, leadId), error: null });
    } catch (error) {
        const [first] =
            error instanceof DmlFailure ? error.failures.flatMap(({ errors }) => errors) : [];
        if (first === undefined) {
            throw error;
        }
        if (allOrNone) {
            throw refusal(row, first);
        }
        database.rollback(savepoint);
        return resultOf({ leadId, ids: {}, error: first });
    }
}

function convert(conversion: Bean, leadId: string): Fields {
    const lead = execution().org.database.store.read('Lead', [leadId]).get(leadId);
    if (lead === undefined) {
        throw failure('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
    }
    if (lead['IsConverted'] === true) {
        throw failure('CANNOT_UPDATE_CONVERTED_LEAD', 'cannot reference converted lead');
    }
    const status = text(conversion, 'ConvertedStatus');
    requireConvertedStatus(status);
    const OwnerId = text(conversion, 'OwnerId') ?? lead['OwnerId'] ?? null;
    const AccountId =
        text(conversion, 'AccountId') ?? insert('Account', { ...accountOf(lead), OwnerId });
    const ContactId =
        text(conversion, 'ContactId') ??
        insert('Contact', { ...contactOf(lead), AccountId, OwnerId });
    const OpportunityId = opportunityFor(conversion, lead, { AccountId, OwnerId });
    finish(leadId, status, { AccountId, ContactId, OpportunityId });
    return { AccountId, ContactId, OpportunityId };
}

function opportunityFor(conversion: Bean, lead: Fields, owners: Fields): FieldValue {
    const given = text(conversion, 'OpportunityId');
    if (given !== null || readBean(conversion, 'DoNotCreateOpportunity') === true) {
        return given;
    }
    const { org } = execution();
    const name = text(conversion, 'OpportunityName');
    return insert('Opportunity', { ...opportunityOf(lead, name, org.clock.now()), ...owners });
}

/** The lead's own update, which its triggers see as a conversion. */
function finish(leadId: string, status: FieldValue, ids: Fields): void {
    const { org, user } = execution();
    const values = {
        Status: status,
        IsConverted: true,
        ConvertedDate: new Date(org.clock.now()).toISOString().slice(0, 10),
        ConvertedAccountId: ids['AccountId'] ?? null,
        ConvertedContactId: ids['ContactId'] ?? null,
        ConvertedOpportunityId: ids['OpportunityId'] ?? null
    };
    org.database.saveFields('Lead', new Map([[leadId, values]]), user.id);
}

function insert(type: string, values: Fields): string {
    const { org, user } = execution();
    const [result] = org.database.dml(
        { operation: 'insert', rows: [{ type, values }], allOrNone: true },
        { userId: user.id, mode: 'system', sharing: false }
    );
    return result?.id ?? '';
}

function requireConvertedStatus(status: FieldValue): void {
    if (!CONVERTED_LEAD.includes(String(status))) {
        throw failure('INVALID_STATUS', `invalid convertedStatus: ${String(status)}`);
    }
}

function resultOf({ leadId, ids, error }: Outcome): Bean {
    const construct = libraryObject('Database.LeadConvertResult')?.['construct'] as () => Bean;
    const errors = error === null ? [] : [new DatabaseError(error)];
    const values = { ...ids, LeadId: leadId, Success: error === null };
    const result = construct();
    Object.entries(values).forEach(([name, value]) => writeBean(result, name, value));
    writeBean(result, 'Errors', new ApexList(ERROR, errors));
    return result;
}

function text(conversion: Bean, property: string): string | null {
    const value = readBean(conversion, property);
    return typeof value === 'string' ? value : null;
}

function failure(statusCode: string, message: string): DmlFailure {
    const errors = [{ statusCode, message, fields: [] }];
    return new DmlFailure('update', [{ index: 0, id: null, errors }]);
}

function refusal(row: number, { statusCode, message }: DmlError) {
    return systemException(
        'DmlException',
        `ConvertLead failed. First exception on row ${row}; first error: ${statusCode}, ${message}: []`
    );
}
