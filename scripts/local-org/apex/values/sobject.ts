import { copySObject } from './copy.ts';
import { fieldTarget, fieldValueOf } from './fields.ts';
import type { FieldTarget } from './fields.ts';
import { hashOf, keyEquals, stringHash } from './equality.ts';
import type { Structural } from './equality.ts';
import { ApexException, systemException } from './exception.ts';
import { library } from './lateBound.ts';
import type { RecordError } from './lateBound.ts';
import { ApexList } from './list.ts';
import { ApexMap } from './map.ts';
import { sobjectType, types } from './runtimeType.ts';
import type { RuntimeType } from './runtimeType.ts';
import { describeValue } from './toString.ts';

/** A field's name, or a Schema.SObjectField, whose text is its name. */
export type FieldReference = string | { toString(): string };

/**
 * A record. Fields hold Apex values; parents are records, children lists, both under the name of
 * their relationship.
 */
export class ApexSObject implements Structural {
    readonly typeName: string;
    private readonly fields = new Map<string, { readonly name: string; value: unknown }>();
    /** Fields that a query asked for and that are empty: readable, but not populated. */
    private readonly emptyFields = new Set<string>();
    /** True for a record out of a query: reading what wasn't asked for is an error. */
    private queried = false;
    private locked = false;
    private cloneSource: string | null = null;
    private copied = false;
    private readonly errors: RecordError[] = [];
    /** Database.DMLOptions given by `setOptions`. */
    private options: unknown = null;

    constructor(typeName: string, fields: Readonly<Record<string, unknown>> = {}) {
        this.typeName = typeName;
        for (const [name, value] of Object.entries(fields)) {
            this.write(name, value);
        }
    }

    get $type(): RuntimeType {
        return sobjectType(this.typeName);
    }

    /** Marks a record as the result of a query. */
    markQueried(): this {
        this.queried = true;
        return this;
    }

    /** Refuses further changes, as records of after triggers do. */
    lock(isLocked = true): this {
        this.locked = isLocked;
        return this;
    }

    /** `record.Field`, `record.Parent`, `record.Children`. */
    read(name: string): unknown {
        const held = this.fields.get(name.toLowerCase());
        return held ? held.value : this.absent(this.target(name));
    }

    /** `record.Field = value`. */
    write(name: string, value: unknown): void {
        if (this.locked) {
            throw systemException('FinalException', 'Record is read-only');
        }
        const target = this.target(name);
        const fit = target.kind === 'field' ? fieldValueOf(value, target.schema) : value;
        this.store(target.name, fit);
    }

    /** Puts a value as it is, unchecked and though locked: for rows from the database. */
    store(name: string, value: unknown): void {
        this.fields.set(name.toLowerCase(), { name, value });
    }

    /** Notes a field as asked for by a query and empty. */
    storeEmpty(name: string): void {
        this.emptyFields.add(name.toLowerCase());
    }

    /** The value of a field if it is there, else null; no error for fields not queried. */
    storedValue(name: string): unknown {
        return this.fields.get(name.toLowerCase())?.value ?? null;
    }

    /** Names of what is set, relationships included, in order. */
    fieldNames(): string[] {
        return [...this.fields.values()].map((field) => field.name);
    }

    get(field: FieldReference): unknown {
        return this.read(String(field));
    }

    /** Returns the value before. */
    put(field: FieldReference, value: unknown): unknown {
        const name = String(field);
        const before = this.storedValue(name);
        this.write(name, value);
        return before;
    }

    getSObject(field: FieldReference): unknown {
        return this.read(this.relationshipOf(String(field)));
    }

    getSObjects(name: FieldReference): unknown {
        const children = this.read(String(name));
        return children instanceof ApexList && children.isEmpty() ? null : children;
    }

    putSObject(field: FieldReference, record: unknown): unknown {
        return this.put(this.relationshipOf(String(field)), record);
    }

    getPopulatedFieldsAsMap(): ApexMap {
        const pairs = [...this.fields.values()].map(({ name, value }) => [name, value] as const);
        return new ApexMap(types.String, types.Object, pairs);
    }

    isSet(field: FieldReference): boolean {
        const key = this.target(String(field)).name.toLowerCase();
        return this.fields.has(key) || this.emptyFields.has(key);
    }

    clear(): void {
        this.fields.clear();
    }

    getSObjectType(): unknown {
        return library().sobjectType(this.typeName);
    }

    /** `clone(preserveId, isDeepClone, preserveReadonlyTimestamps, preserveAutonumber)`. */
    clone(keepId = false, isDeep = false, keepAudit = false, keepAutonumber = false): ApexSObject {
        return copySObject(this, {
            preserveId: keepId,
            preserveAudit: keepAudit,
            preserveAutonumber: keepAutonumber,
            isDeep
        });
    }

    isClone(): boolean {
        return this.copied;
    }

    getCloneSourceId(): string | null {
        return this.cloneSource;
    }

    /** Remembers the record that this one is a copy of. */
    markCloneOf(source: ApexSObject): void {
        const id = source.storedValue('Id');
        this.copied = true;
        this.cloneSource = typeof id === 'string' ? id : null;
        this.queried = source.queried;
        source.emptyFields.forEach((name) => this.emptyFields.add(name));
    }

    /** (message), (exception), (field, message), each with an optional `escape`. */
    addError(...args: readonly unknown[]): void {
        const [first, second] = args;
        const hasField = typeof second === 'string';
        const text = hasField ? second : first;
        const message = text instanceof ApexException ? text.getMessage() : describeValue(text);
        const fields = hasField ? [String(first)] : [];
        this.errors.push({ message, fields, statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION' });
    }

    /** For failures that DML reports on the record. */
    recordError(error: RecordError): void {
        this.errors.push(error);
    }

    recordedErrors(): readonly RecordError[] {
        return this.errors;
    }

    getErrors(): ApexList {
        const errors = this.errors.map((error) => library().databaseError(error));
        return new ApexList(types.Object, errors);
    }

    hasErrors(): boolean {
        return this.errors.length > 0;
    }

    clearErrors(): void {
        this.errors.length = 0;
    }

    setOptions(options: unknown): void {
        this.options = options;
    }

    getOptions(): unknown {
        return this.options;
    }

    equals(other: unknown): boolean {
        return this.structurallyEquals(other);
    }

    hashCode(): number {
        return this.structuralHash();
    }

    /** `Account:{Name=Acme, Id=001…}`. */
    toString(): string {
        const parts = [...this.fields.values()].map(
            ({ name, value }) => `${name}=${describeValue(value)}`
        );
        return `${this.typeName}:{${parts.join(', ')}}`;
    }

    structurallyEquals(other: unknown): boolean {
        if (!(other instanceof ApexSObject) || other.typeName !== this.typeName) {
            return false;
        }
        const names = new Set([...this.fields.keys(), ...other.fields.keys()]);
        return [...names].every((name) =>
            keyEquals(this.storedValue(name), other.storedValue(name))
        );
    }

    structuralHash(): number {
        let hash = stringHash(this.typeName);
        for (const [name, { value }] of this.fields) {
            hash = (hash + (value === null ? 0 : stringHash(name) ^ hashOf(value))) | 0;
        }
        return hash;
    }

    private target(name: string): FieldTarget {
        const target = fieldTarget(this.typeName, name);
        if (!target) {
            throw systemException('SObjectException', `Invalid field ${name} for ${this.typeName}`);
        }
        return target;
    }

    /** `getSObject(AccountId)` means the parent that the field points at. */
    private relationshipOf(name: string): string {
        const target = this.target(name);
        return target.kind === 'field' ? (target.schema.relationshipName ?? name) : name;
    }

    private absent(target: FieldTarget): unknown {
        if (this.emptyFields.has(target.name.toLowerCase())) {
            return null;
        }
        if (this.queried && target.name !== 'Id' && this.typeName !== 'AggregateResult') {
            throw systemException(
                'SObjectException',
                'SObject row was retrieved via SOQL without querying the requested field: ' +
                    `${this.typeName}.${target.name}`
            );
        }
        if (target.kind === 'children') {
            return new ApexList(sobjectType(target.childObject));
        }
        return target.kind === 'field' && target.schema.type === 'boolean' ? false : null;
    }
}
