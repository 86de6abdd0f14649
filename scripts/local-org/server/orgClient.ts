import type { ObjectSchema } from '../data/schema/types.ts';
import type { FieldValue } from '../data/types.ts';

/**
 * The org as the web server sees it. Every call names the user that asks and runs under that user's
 * permissions and sharing. Calls reject only for a fault of the org itself; what Salesforce would
 * answer to the browser as an error comes back as a value.
 */
export interface OrgClient
    extends
        SessionSource,
        CodeRunner,
        RecordStore,
        PageMetadataSource,
        ConnectedAppSetup,
        ResourceSource {}

/** A user that can log in, as the user switcher shows it. */
export interface OrgUser {
    /** 18 characters. */
    readonly id: string;
    readonly name: string;
    readonly username: string;
    readonly profileName: string;
    readonly title: string | null;
}

/** What the browser session of a user depends on. */
export interface UserContext extends OrgUser {
    /** `UserInfo.getLanguage()`, e.g. `en_US`, `fr`. */
    readonly language: string;
    /** `UserInfo.getLocale()`, e.g. `fr_FR`. */
    readonly locale: string;
    /** IANA name, e.g. `Europe/Paris`. */
    readonly timeZone: string;
    /** ISO 4217 code. */
    readonly currency: string;
    readonly organizationId: string;
    readonly organizationName: string;
    /** "Customize Application": sees Setup. */
    readonly isAdministrator: boolean;
}

export interface SessionSource {
    /** Active users, in the order of the user switcher. */
    listUsers(): Promise<readonly OrgUser[]>;
    /** Undefined for an unknown or inactive user. */
    userContext(userId: string): Promise<UserContext | undefined>;
    /**
     * Values of scoped modules by specifier: `@salesforce/label/c.X` (in the user's language),
     * `@salesforce/customPermission/X` and `@salesforce/userPermission/X` (true or undefined),
     * `@salesforce/resourceUrl/X`, `@salesforce/contentAssetUrl/X` (a path on this server).
     * A specifier that names nothing in this org is absent from the answer.
     */
    scopedValues(
        userId: string,
        specifiers: readonly string[]
    ): Promise<Readonly<Record<string, string | boolean | null>>>;
}

/** A call of an `@AuraEnabled` method. `params` is what the browser sent, unchecked. */
export interface ApexCall {
    readonly userId: string;
    readonly namespace: string;
    readonly className: string;
    readonly methodName: string;
    readonly params: Readonly<Record<string, unknown>>;
    /** True for a wire; the org refuses it unless the method is `@AuraEnabled(cacheable=true)`. */
    readonly cacheable: boolean;
}

/** What the framework tells the browser of an exception that left the method. */
export interface ApexCallError {
    /** `System.AuraHandledException`, `System.QueryException`... */
    readonly exceptionType: string;
    readonly isUserDefinedException: boolean;
    readonly message: string;
    readonly stackTrace: string;
}

export type ApexOutcome =
    | { readonly returnValue: unknown; readonly cacheable: boolean }
    | { readonly error: ApexCallError };

/** A request to an `@RestResource` class or to a callback that the platform itself serves. */
export interface RestRequest {
    /** Null for a guest. */
    readonly userId: string | null;
    readonly method: string;
    /** Path below `/services/apexrest` or below `/services/authcallback`, with a leading slash. */
    readonly path: string;
    readonly query: Readonly<Record<string, string>>;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: Uint8Array;
}

export interface RestResponse {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: Uint8Array;
}

export interface CodeRunner {
    invokeApex(call: ApexCall): Promise<ApexOutcome>;
    apexRest(request: RestRequest): Promise<RestResponse>;
    /** The browser's return from an OAuth authorization; answers with a redirect or a page. */
    authCallback(request: RestRequest): Promise<RestResponse>;
}

/** A request error as the REST API words it: `[{"errorCode","message"}]`. */
export interface RestError {
    readonly errorCode: string;
    readonly message: string;
    readonly fields?: readonly string[];
}

/** A queried record; parents and child lists nest. `attributes` is the server's to add. */
export interface QueriedRecord {
    readonly type: string;
    readonly values: Readonly<
        Record<string, FieldValue | QueriedRecord | readonly QueriedRecord[]>
    >;
}

export type QueryOutcome =
    { readonly records: readonly QueriedRecord[] } | { readonly error: RestError };

export type DmlOutcome =
    { readonly id: string } | { readonly errors: readonly RestError[]; readonly status: number };

/** An object with what the asking user may do with it. */
export interface ObjectAccess {
    readonly schema: ObjectSchema;
    readonly createable: boolean;
    readonly updateable: boolean;
    readonly deletable: boolean;
    /** Canonical names of the fields that the user may read, and of those the user may edit. */
    readonly readableFields: readonly string[];
    readonly editableFields: readonly string[];
}

export interface RecordWrite {
    readonly operation: 'insert' | 'update' | 'delete';
    readonly objectApiName: string;
    /** Null for an insert. */
    readonly recordId: string | null;
    readonly values: Readonly<Record<string, FieldValue>>;
}

/** Everything here is user mode: object and field permissions and sharing hold. */
export interface RecordStore {
    query(userId: string, soql: string): Promise<QueryOutcome>;
    write(userId: string, request: RecordWrite): Promise<DmlOutcome>;
    /** Undefined when the org has no such object or the user may not read it. */
    describeObject(userId: string, objectApiName: string): Promise<ObjectAccess | undefined>;
    /** By the first three characters; undefined when no object has that prefix. */
    objectOfKeyPrefix(prefix: string): Promise<string | undefined>;
}

/** One tab of an app's navigation bar. */
export type NavItem =
    | { readonly kind: 'home'; readonly name: string; readonly label: string }
    | {
          readonly kind: 'object';
          readonly objectApiName: string;
          readonly label: string;
      }
    | {
          /** A Lightning page tab or a component tab. */
          readonly kind: 'page';
          readonly name: string;
          readonly label: string;
          /** SLDS name, e.g. `custom:custom18`. */
          readonly icon: string;
          readonly page: LightningPage;
      };

export interface LightningApp {
    /** Developer name, e.g. `standard__LightningSales`. */
    readonly name: string;
    readonly label: string;
    readonly description: string;
    readonly items: readonly NavItem[];
}

/** A FlexiPage as its metadata says, not yet laid out. */
export interface LightningPage {
    readonly developerName: string;
    readonly label: string;
    readonly type: 'RecordPage' | 'HomePage' | 'AppPage' | 'other';
    /** E.g. `flexipage:recordHomeTemplateDesktop`. */
    readonly template: string;
    readonly regions: readonly PageRegion[];
}

/** A region of the template, or a facet that a component property names (tabs, tab bodies). */
export interface PageRegion {
    readonly name: string;
    readonly type: 'Region' | 'Facet';
    readonly items: readonly PageItem[];
}

export type PageItem =
    | {
          readonly kind: 'component';
          /** `force:detailPanel`, `flexipage:tabset`, `c:zendeskTicketView`... */
          readonly componentName: string;
          readonly identifier: string;
          /** A list for `valueList`. Booleans and numbers are text, as in the file. */
          readonly properties: Readonly<Record<string, string | readonly string[]>>;
          readonly visibility: VisibilityRule | null;
      }
    | {
          readonly kind: 'field';
          /** `Record.Name` as in the file. */
          readonly fieldItem: string;
          readonly uiBehavior: 'none' | 'readonly' | 'required';
          readonly visibility: VisibilityRule | null;
      };

export interface VisibilityRule {
    /** `1 AND 2`; null means all. */
    readonly booleanFilter: string | null;
    readonly criteria: readonly {
        /** `{!$Client.FormFactor}`, `{!Record.Type}`, `{!$User.Profile.Name}`... */
        readonly leftValue: string;
        readonly operator: string;
        readonly rightValue: string;
    }[];
}

/** A button of the highlights panel beside the standard ones. */
export interface RecordAction {
    /** `Account.Create_Ticket`. */
    readonly name: string;
    readonly label: string;
    /** `screen` opens the component in a modal, `headless` calls its `invoke()`. */
    readonly kind: 'screen' | 'headless';
    /** `c:zendeskNewTicket`. */
    readonly component: string;
}

/** What a record page is made of, for one user and object. */
export interface RecordPageModel {
    /** The activated page; null: the standard page. */
    readonly page: LightningPage | null;
    /** Fields of the highlights panel after the name, from the compact layout. */
    readonly compactFields: readonly string[];
    /** Sections of the page layout. */
    readonly layoutSections: readonly LayoutSection[];
    readonly relatedLists: readonly RelatedList[];
    readonly actions: readonly RecordAction[];
}

export interface LayoutSection {
    readonly label: string;
    readonly columns: readonly (readonly LayoutField[])[];
}

export interface LayoutField {
    readonly name: string;
    readonly readOnly: boolean;
    readonly required: boolean;
}

export interface RelatedList {
    /** Child relationship name, e.g. `Contacts`. */
    readonly relationshipName: string;
    readonly label: string;
    readonly fields: readonly string[];
}

/** A list view of an object home. */
export interface ListView {
    readonly developerName: string;
    readonly label: string;
    readonly columns: readonly string[];
    /** SOQL condition without WHERE; empty for all records. */
    readonly where: string;
}

export type FormFactor = 'Large' | 'Medium' | 'Small';

export interface PageMetadataSource {
    /** The apps of the app launcher; the first is the one that opens. */
    listApps(userId: string): Promise<readonly LightningApp[]>;
    recordPage(
        userId: string,
        objectApiName: string,
        formFactor: FormFactor
    ): Promise<RecordPageModel>;
    homePage(userId: string): Promise<LightningPage | null>;
    listViews(userId: string, objectApiName: string): Promise<readonly ListView[]>;
}

/** A connected app in Setup. */
export interface ConnectedAppSummary {
    /** Of ConnectedApplication, 18 characters. */
    readonly id: string;
    readonly developerName: string;
    readonly label: string;
    readonly description: string;
    readonly version: string;
    readonly permittedUsers: PermittedUsers;
}

export type PermittedUsers = 'AllUsers' | 'AdminApprovedPreAuthorized';
export type IpRelaxation = 'Enforce' | 'EnforceRelaxRefresh' | 'RelaxWithSecondFactor' | 'Relax';
export type RefreshPolicy = 'Immediate' | 'NotUsed' | 'Lifetime' | 'Infinite';

export interface ConnectedAppPolicies {
    readonly permittedUsers: PermittedUsers;
    readonly ipRelaxation: IpRelaxation;
    readonly refreshPolicy: RefreshPolicy;
    /** For `NotUsed` and `Lifetime`. */
    readonly refreshPeriod: number | null;
    readonly refreshPeriodUnit: 'Hours' | 'Days' | 'Months' | null;
}

export interface SetupChoice {
    readonly id: string;
    readonly label: string;
    readonly description: string;
    readonly selected: boolean;
}

export interface ConnectedAppDetail extends ConnectedAppSummary {
    readonly startUrl: string | null;
    readonly callbackUrls: readonly string[];
    readonly scopes: readonly string[];
    readonly policies: ConnectedAppPolicies;
    /** All profiles and permission sets, those of the app selected. */
    readonly profiles: readonly SetupChoice[];
    readonly permissionSets: readonly SetupChoice[];
}

export type SetupOutcome = { readonly ok: true } | { readonly error: RestError };

/** Setup > Manage Connected Apps. The org checks the user's right each time. */
export interface ConnectedAppSetup {
    listConnectedApps(userId: string): Promise<readonly ConnectedAppSummary[]>;
    connectedApp(userId: string, id: string): Promise<ConnectedAppDetail | undefined>;
    saveConnectedAppPolicies(
        userId: string,
        id: string,
        policies: ConnectedAppPolicies
    ): Promise<SetupOutcome>;
    /** The whole selection, replacing the one before. */
    selectConnectedAppProfiles(
        userId: string,
        id: string,
        profileIds: readonly string[]
    ): Promise<SetupOutcome>;
    selectConnectedAppPermissionSets(
        userId: string,
        id: string,
        permissionSetIds: readonly string[]
    ): Promise<SetupOutcome>;
}

/** A CspTrustedSite that is active. */
export interface TrustedSite {
    /** `https://example.com` or with a wildcard host. */
    readonly url: string;
    /** CSP directives that the site is allowed for, e.g. `img-src`. */
    readonly directives: readonly string[];
}

export interface ResourceSource {
    trustedSites(): Promise<readonly TrustedSite[]>;
    /** The file of a static resource; `path` is inside a zip, empty for a plain one. */
    staticResource(
        name: string,
        path: string
    ): Promise<{ readonly contentType: string; readonly body: Uint8Array } | undefined>;
}
