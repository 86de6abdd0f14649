import { currentExecution } from '../execution.ts';
import type { ApexFrame } from '../execution.ts';
import { library } from './lateBound.ts';
import type { DmlFailureRow } from './lateBound.ts';
import { ApexList } from './list.ts';
import { ApexMap } from './map.ts';
import { runtimeType, setOf, types } from './runtimeType.ts';
import type { RuntimeType } from './runtimeType.ts';
import { ApexSet } from './set.ts';

/**
 * An Apex exception, and the base of the JavaScript classes of user exceptions. `message` and `cause`
 * are those of Apex, so that a failure reads well in JavaScript too.
 */
export class ApexException extends Error {
    readonly $type: RuntimeType;
    /** Where it was created: innermost call first. */
    readonly frames: readonly ApexFrame[];
    private detail: string | null;
    private inner: ApexException | null;
    /** Failed rows; empty unless the exception comes from DML. */
    dmlFailures: readonly DmlFailureRow[] = [];
    /** Fields by object that the user lacks access to, when a user-mode operation failed for it. */
    inaccessibleFields: ReadonlyMap<string, readonly string[]> = new Map();

    /** Apex's four forms: (), (message), (cause), (message, cause). */
    constructor(
        type: RuntimeType,
        messageOrCause: string | ApexException | null = null,
        cause: ApexException | null = null
    ) {
        const isCause = messageOrCause instanceof ApexException;
        const detail = isCause ? messageOrCause.getMessage() : messageOrCause;
        super(detail ?? 'Script-thrown exception');
        this.name = type.name;
        this.$type = type;
        this.detail = detail;
        this.inner = isCause ? messageOrCause : cause;
        this.frames = currentExecution()?.callStack() ?? [];
    }

    getMessage(): string {
        return this.detail ?? 'Script-thrown exception';
    }

    setMessage(message: string | null): void {
        this.detail = message;
        this.message = this.getMessage();
    }

    getCause(): ApexException | null {
        return this.inner;
    }

    initCause(cause: ApexException | null): void {
        this.inner = cause;
    }

    getTypeName(): string {
        return this.$type.name;
    }

    getLineNumber(): number {
        return this.frames[0]?.line ?? 1;
    }

    getStackTraceString(): string {
        return this.frames.map(describeFrame).join('\n');
    }

    getNumDml(): number {
        return this.dmlFailures.length;
    }

    getDmlId(index: number): string | null {
        return this.dmlFailure(index).id;
    }

    getDmlIndex(index: number): number {
        return this.dmlFailure(index).index;
    }

    getDmlMessage(index: number): string {
        return this.dmlFailure(index).message;
    }

    getDmlStatusCode(index: number): string {
        return this.dmlFailure(index).statusCode;
    }

    getDmlType(index: number): unknown {
        return library().statusCode(this.dmlFailure(index).statusCode);
    }

    getDmlFieldNames(index: number): ApexList {
        return new ApexList(types.String, this.dmlFailure(index).fields);
    }

    getDmlFields(index: number): ApexList {
        const { fields, objectName } = this.dmlFailure(index);
        const tokens = fields.map((field) => library().sobjectField(objectName, field));
        return new ApexList(types.Object, tokens);
    }

    /** Object to set of field names. */
    getInaccessibleFields(): ApexMap {
        const pairs = Array.from(this.inaccessibleFields, ([name, fields]) => {
            return [name, new ApexSet(types.String, fields)] as const;
        });
        return new ApexMap(types.String, setOf(types.String), pairs);
    }

    /** As the debug log prints it: `System.DmlException: Insert failed…`. */
    override toString(): string {
        return `${this.getTypeName()}: ${this.getMessage()}`;
    }

    private dmlFailure(index: number): DmlFailureRow {
        const failure = this.dmlFailures[index];
        if (!failure) {
            throw systemException('ListException', `List index out of bounds: ${index}`);
        }
        return failure;
    }
}

/** Ends the transaction: Apex code can't catch it (limits, failed assertions). */
export class UncatchableException extends ApexException {}

/** A feature of the platform that the local org doesn't have. Not an Apex exception: never caught. */
export class UnsupportedFeatureError extends Error {
    readonly feature: string;

    constructor(feature: string) {
        super(`The local org does not support ${feature}.`);
        this.name = 'UnsupportedFeatureError';
        this.feature = feature;
    }
}

/** `System.` is put in front of a bare name: `systemException('MathException', 'Divide by 0')`. */
export function systemException(
    name: string,
    message: string,
    cause: ApexException | null = null
): ApexException {
    return new ApexException(exceptionType(qualified(name)), message, cause);
}

export function uncatchable(name: string, message: string): UncatchableException {
    return new UncatchableException(exceptionType(qualified(name)), message);
}

export function nullPointer(): ApexException {
    return systemException('NullPointerException', 'Attempt to de-reference a null object');
}

/** The type of a platform exception, e.g. `System.QueryException`. */
export function exceptionType(name: string): RuntimeType {
    return runtimeType('class', name, [types.Exception]);
}

function qualified(name: string): string {
    return name.includes('.') ? name : `System.${name}`;
}

function describeFrame(frame: ApexFrame): string {
    return `${frame.name}: line ${frame.line}, column ${frame.column}`;
}
