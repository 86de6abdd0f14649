import type { DmlError } from './types.ts';

/** The API's names for what is wrong with a query; Apex sees a QueryException either way. */
export type QueryErrorCode =
    | 'MALFORMED_QUERY'
    | 'INVALID_FIELD'
    | 'INVALID_TYPE'
    | 'INVALID_QUERY_FILTER_OPERATOR'
    | 'INSUFFICIENT_ACCESS'
    | 'UNSUPPORTED_FEATURE';

/** A query that can't be answered, in the platform's words. */
export class QueryError extends Error {
    readonly code: QueryErrorCode;
    /** Inaccessible fields by object, when the query ran in user mode and lacked access. */
    readonly inaccessibleFields: ReadonlyMap<string, readonly string[]>;

    constructor(
        code: QueryErrorCode,
        message: string,
        inaccessibleFields: ReadonlyMap<string, readonly string[]> = new Map()
    ) {
        super(message);
        this.name = 'QueryError';
        this.code = code;
        this.inaccessibleFields = inaccessibleFields;
    }
}

/** One failed row of a DML request. */
export interface FailedRow {
    /** Position in the request. */
    readonly index: number;
    readonly id: string | null;
    readonly errors: readonly DmlError[];
}

/** An all-or-none DML request of which at least one row failed; nothing of it was kept. */
export class DmlFailure extends Error {
    readonly operation: string;
    readonly failures: readonly FailedRow[];
    /** Inaccessible fields by object, when the request ran in user mode and lacked access. */
    readonly inaccessibleFields: ReadonlyMap<string, readonly string[]>;

    constructor(
        operation: string,
        failures: readonly FailedRow[],
        inaccessibleFields: ReadonlyMap<string, readonly string[]> = new Map()
    ) {
        super(dmlMessage(operation, failures));
        this.name = 'DmlFailure';
        this.operation = operation;
        this.failures = failures;
        this.inaccessibleFields = inaccessibleFields;
    }
}

/** Something of Salesforce's data layer that the local org does not do. */
export class UnsupportedDataFeature extends Error {
    constructor(feature: string) {
        super(`The local org does not support ${feature}`);
        this.name = 'UnsupportedDataFeature';
    }
}

/** The text of System.DmlException for a set of failed rows. */
function dmlMessage(operation: string, failures: readonly FailedRow[]): string {
    const [first] = failures;
    if (first === undefined) {
        return capitalised(operation) + ' failed.';
    }
    const [error] = first.errors;
    const id = first.id === null ? '' : ` with id ${first.id}`;
    const place = `${capitalised(operation)} failed. First exception on row ${first.index}${id}`;
    return error === undefined ? place : `${place}; first error: ${errorText(error)}`;
}

function errorText(error: DmlError): string {
    return `${error.statusCode}, ${error.message}: [${error.fields.join(', ')}]`;
}

function capitalised(word: string): string {
    return word.charAt(0).toUpperCase() + word.slice(1);
}
