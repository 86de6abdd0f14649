import type { RuntimeType } from './runtimeType.ts';
import { UnsupportedFeatureError } from './exception.ts';

/** A failure added to a record by `addError`. */
export interface RecordError {
    readonly message: string;
    readonly fields: readonly string[];
    readonly statusCode: string;
}

/** What values need of the library above them, which hands it in when it is loaded. */
export interface LateBound {
    /** The Schema.SObjectType of an object. */
    sobjectType(name: string): unknown;
    /** An instance of a type by its constructor without parameters. */
    instantiate(type: RuntimeType): unknown;
    /** The Schema.SObjectField of an object's field. */
    sobjectField(objectName: string, fieldName: string): unknown;
    /** A constant of System.StatusCode. */
    statusCode(name: string): unknown;
    /** Database.Error of a record's error. */
    databaseError(error: RecordError): unknown;
}

const missing = (): never => {
    throw new UnsupportedFeatureError('values without the platform library loaded');
};

let bound: LateBound = {
    sobjectType: missing,
    instantiate: missing,
    sobjectField: missing,
    statusCode: missing,
    databaseError: missing
};

/** One failed row of a DML statement, as a DmlException tells it. */
export interface DmlFailureRow {
    readonly index: number;
    readonly id: string | null;
    readonly objectName: string;
    readonly statusCode: string;
    readonly message: string;
    readonly fields: readonly string[];
}

export function bindLibrary(library: LateBound): void {
    bound = library;
}

export function library(): LateBound {
    return bound;
}
