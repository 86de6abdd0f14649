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
    /** Database.Error of a record's error. */
    databaseError(error: RecordError): unknown;
}

const missing = (): never => {
    throw new UnsupportedFeatureError('values without the platform library loaded');
};

let bound: LateBound = { sobjectType: missing, instantiate: missing, databaseError: missing };

export function bindLibrary(library: LateBound): void {
    bound = library;
}

export function library(): LateBound {
    return bound;
}
