import type { ObjectSchema } from '../../../data/schema/types.ts';
import type { Database, FieldValue } from '../../../data/types.ts';
import type { RuntimeType } from '../../values/runtimeType.ts';
import type { AsyncJob } from '../async/job.ts';
import type {
    CalloutContext,
    CalloutRequest,
    CalloutResponse
} from '../../../platform/callout/types.ts';
import type { CredentialServices } from '../../../platform/platform.ts';

/** All that Apex code needs of the org around it. */
export interface Org {
    readonly database: Database;
    readonly access: AccessRules;
    readonly users: Users;
    readonly metadata: OrgMetadata;
    readonly platform: OrgPlatform;
    readonly code: ApexCode;
    readonly jobs: JobSink;
    readonly setupRows: SetupRows;
    readonly clock: Clock;
    readonly random: Randomness;
    readonly info: OrgInfo;
}

export interface Clock {
    /** Milliseconds since 1970 UTC. */
    now(): number;
}

export interface Randomness {
    bytes(count: number): Uint8Array;
}

export interface OrgInfo {
    /** 18 characters. */
    readonly organizationId: string;
    readonly name: string;
    /** `https://…`, without a slash at the end. */
    readonly baseUrl: string;
    /** Namespace of the org's own code; null when it has none. */
    readonly namespace: string | null;
    readonly defaultCurrency: string;
    readonly isSandbox: boolean;
}

export interface ObjectAccess {
    readonly create: boolean;
    readonly read: boolean;
    readonly update: boolean;
    readonly delete: boolean;
    readonly viewAll: boolean;
    readonly modifyAll: boolean;
}

export interface FieldAccess {
    readonly read: boolean;
    readonly edit: boolean;
}

/** What a user's profile and permission sets allow. */
export interface AccessRules {
    object(userId: string, objectName: string): ObjectAccess;
    field(userId: string, objectName: string, fieldName: string): FieldAccess;
    /** By API name, with namespace if any. */
    customPermission(userId: string, name: string): boolean;
    recordTypeAvailable(userId: string, recordTypeId: string): boolean;
}

/** A user as Apex sees it; times and texts follow these settings. */
export interface RunningUser {
    readonly id: string;
    readonly username: string;
    readonly name: string;
    readonly firstName: string | null;
    readonly lastName: string;
    readonly email: string;
    readonly profileId: string;
    readonly roleId: string | null;
    /** `Standard`, `Guest`, … */
    readonly userType: string;
    /** `en_US`. */
    readonly language: string;
    /** `fr_FR`. */
    readonly locale: string;
    /** IANA name. */
    readonly timeZone: string;
}

export interface Users {
    /** Null when there is no such user. */
    find(userId: string): RunningUser | null;
}

export interface FieldSetMember {
    readonly fieldPath: string;
    readonly required: boolean;
}

export interface FieldSetDefinition {
    readonly name: string;
    readonly label: string;
    readonly description: string;
    readonly members: readonly FieldSetMember[];
}

export interface StaticResource {
    readonly contentType: string;
    readonly body: Uint8Array;
}

/** Texts and files that the org's metadata holds. Names ignore case; null for what isn't there. */
export interface OrgMetadata {
    /** In the language asked for, else in its own. */
    label(namespace: string | null, name: string, language: string): string | null;
    /** An object with its labels in the language asked for, as far as it has them. */
    localized(object: ObjectSchema, language: string): ObjectSchema;
    staticResource(name: string): StaticResource | null;
    fieldSets(objectName: string): readonly FieldSetDefinition[];
    /** Values of a picklist that a record type offers; null when it doesn't restrict them. */
    recordTypePicklist(recordTypeId: string, fieldName: string): readonly string[] | null;
    /** Developer names of cache partitions, with the default one marked. */
    cachePartitions(): readonly { readonly name: string; readonly isDefault: boolean }[];
}

/** Services that live outside the database. */
export interface OrgPlatform {
    /**
     * Synchronous HTTP; `callout:Name/path` is resolved with its credential and the user's tokens.
     * Throws CalloutError.
     */
    callout(request: CalloutRequest, context: CalloutContext): CalloutResponse;
    /** For `ConnectApi.NamedCredentials`, which is not supported without. */
    readonly credentialServices?: CredentialServices;
}

/** A trigger of the org's code. */
export interface CompiledTrigger {
    readonly name: string;
    /** Runs the body; `Trigger.*` is in the current execution. */
    run(): void;
}

/** The compiled classes and triggers. */
export interface ApexCode {
    /** By name, `Outer.Inner` or `ns.Name`; null when there is no such class, interface or enum. */
    type(namespace: string | null, name: string): RuntimeType | null;
    triggers(objectName: string, event: string): readonly CompiledTrigger[];
    /** A mock of a user class or interface for `Test.createStub`. */
    createStub(type: RuntimeType, provider: object): object;
    /** Of the project, for code that doesn't say. */
    readonly apiVersion: { readonly major: number; readonly minor: number };
    /** Major API version of a class or trigger; null when its metadata doesn't say. */
    versionOf?(name: string): number | null;
}

/** Takes the jobs of a transaction that was kept, to run each in a transaction of its own. */
export interface JobSink {
    accept(job: AsyncJob): void;
    /** False when it had already started or is unknown. */
    abort(jobId: string): boolean;
}

/** Writes rows of setup objects (AsyncApexJob, CronTrigger…) past triggers and permissions. */
export interface SetupRows {
    /** The new row's id. */
    insert(objectName: string, values: Readonly<Record<string, FieldValue>>): string;
    update(objectName: string, id: string, values: Readonly<Record<string, FieldValue>>): void;
    delete(objectName: string, id: string): void;
}
