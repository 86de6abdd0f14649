import type { DmlError, DmlResult } from '../../../data/types.ts';
import { ApexList } from '../../values/list.ts';
import type { RecordError } from '../../values/lateBound.ts';
import { PlatformObject, platformType } from '../../values/objects.ts';
import type { RuntimeType } from '../../values/runtimeType.ts';
import { types } from '../../values/runtimeType.ts';
import { platformConstant } from '../platform/enums.ts';
import { platformClass } from '../registry.ts';

const ERROR = platformType('Database.Error');

/** Database.Error. */
export class DatabaseError extends PlatformObject {
    readonly $type = ERROR;
    private readonly error: RecordError;

    constructor(error: RecordError) {
        super();
        this.error = error;
    }

    getFields(): ApexList {
        return new ApexList(types.String, this.error.fields);
    }

    getMessage(): string {
        return this.error.message;
    }

    getStatusCode(): unknown {
        return platformConstant('System.StatusCode', this.error.statusCode);
    }

    get Fields(): ApexList {
        return this.getFields();
    }

    get Message(): string {
        return this.getMessage();
    }

    get StatusCode(): unknown {
        return this.getStatusCode();
    }

    override toString(): string {
        const fields = this.error.fields.join(', ');
        return (
            `Database.Error[getFields=(${fields});getMessage=${this.error.message};` +
            `getStatusCode=${this.error.statusCode};]`
        );
    }
}

/** The common part of the results of DML, one per record. */
export class OperationResult extends PlatformObject {
    readonly $type: RuntimeType;
    private readonly result: DmlResult;

    constructor(type: RuntimeType, result: DmlResult) {
        super();
        this.$type = type;
        this.result = result;
    }

    getId(): string | null {
        return this.result.id;
    }

    isSuccess(): boolean {
        return this.result.success;
    }

    isCreated(): boolean {
        return this.result.created;
    }

    getErrors(): ApexList {
        return new ApexList(ERROR, this.result.errors.map(databaseError));
    }

    get Id(): string | null {
        return this.getId();
    }

    get Success(): boolean {
        return this.isSuccess();
    }

    get Created(): boolean {
        return this.isCreated();
    }

    get Errors(): ApexList {
        return this.getErrors();
    }

    override toString(): string {
        const errors = this.result.errors.map((error) => databaseError(error).toString());
        const created = this.$type.name.endsWith('UpsertResult')
            ? `isCreated=${this.isCreated()};`
            : '';
        return (
            `${this.$type.name}[getErrors=(${errors.join(', ')});getId=${this.getId()};` +
            `${created}isSuccess=${this.isSuccess()};]`
        );
    }
}

/** Database.MergeResult. */
export class MergeResult extends OperationResult {
    private readonly merged: readonly string[];

    constructor(result: DmlResult, merged: readonly string[]) {
        super(MERGE_RESULT, result);
        this.merged = merged;
    }

    getMergedRecordIds(): ApexList {
        return new ApexList(types.Id, this.merged);
    }
}

function databaseError(error: DmlError): DatabaseError {
    return new DatabaseError(error);
}

export const SAVE_RESULT = platformType('Database.SaveResult');
export const UPSERT_RESULT = platformType('Database.UpsertResult');
export const DELETE_RESULT = platformType('Database.DeleteResult');
export const UNDELETE_RESULT = platformType('Database.UndeleteResult');
export const EMPTIED_RESULT = platformType('Database.EmptyRecycleBinResult');
const MERGE_RESULT = platformType('Database.MergeResult');

platformClass('Database.Error', { class: DatabaseError, type: ERROR });
platformClass('Database.MergeResult', { class: MergeResult, type: MERGE_RESULT });
[SAVE_RESULT, UPSERT_RESULT, DELETE_RESULT, UNDELETE_RESULT, EMPTIED_RESULT].forEach((type) =>
    platformClass(type.name, { class: OperationResult, type })
);
