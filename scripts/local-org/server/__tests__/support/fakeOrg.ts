import type {
    ActionCall,
    ActionOutcome,
    ApexCall,
    ApexOutcome,
    ConnectedAppDetail,
    ConnectedAppPolicies,
    LightningPage,
    OrgClient,
    RecordPageModel,
    UserContext
} from '../../orgClient.ts';
import { FAKE_OBJECTS } from './fakeSchema.ts';
import type { FakeRow } from './fakeRows.ts';
import { ADMIN_ID, fakeRows, recordId, runQuery } from './fakeRows.ts';

export const FRENCH_USER_ID = '005000000000002AAA';

const USER: Omit<UserContext, 'id' | 'name' | 'username' | 'profileName'> = {
    title: null,
    language: 'en_US',
    locale: 'en_US',
    timeZone: 'America/Los_Angeles',
    currency: 'USD',
    organizationId: '00D000000000001EAA',
    organizationName: 'Demo',
    isAdministrator: false
};

const USERS: readonly UserContext[] = [
    {
        ...USER,
        id: ADMIN_ID,
        name: 'Ada Marsh',
        username: 'ada@demo.example',
        profileName: 'System Administrator',
        title: 'Salesforce Admin',
        isAdministrator: true
    },
    {
        ...USER,
        id: FRENCH_USER_ID,
        name: 'Camille Roy',
        username: 'camille@demo.example',
        profileName: 'Standard User',
        language: 'fr',
        locale: 'fr_FR',
        timeZone: 'Europe/Paris',
        currency: 'EUR'
    }
];

const TABS = [
    ['Account', 'Accounts'],
    ['Contact', 'Contacts'],
    ['Lead', 'Leads'],
    ['Opportunity', 'Opportunities'],
    ['Case', 'Cases']
] as const;

const MODEL: RecordPageModel = {
    page: null,
    compactFields: ['Type', 'Phone', 'Website', 'OwnerId', 'Industry'],
    layoutSections: [
        {
            label: 'Account Information',
            columns: [
                columnOf('OwnerId', 'Name', 'Type', 'Industry', 'AnnualRevenue'),
                columnOf('Phone', 'Website', 'NumberOfEmployees', 'BillingCity')
            ]
        },
        { label: 'Description Information', columns: [columnOf('Description')] }
    ],
    relatedLists: [
        {
            relationshipName: 'Contacts',
            label: 'Contacts',
            fields: ['Name', 'Title', 'Email', 'Phone']
        },
        {
            relationshipName: 'Opportunities',
            label: 'Opportunities',
            fields: ['Name', 'StageName', 'Amount', 'CloseDate']
        },
        { relationshipName: 'Cases', label: 'Cases', fields: ['CaseNumber', 'Subject', 'Status'] }
    ],
    actions: []
};

function columnOf(...names: readonly string[]) {
    return names.map((name) => ({ name, readOnly: name === 'OwnerId', required: name === 'Name' }));
}

export interface FakeOrgOptions {
    readonly invokeApex?: (call: ApexCall) => Promise<ApexOutcome>;
    readonly invokeAction?: (call: ActionCall) => Promise<ActionOutcome>;
    readonly labels?: Readonly<Record<string, string>>;
    readonly accountPage?: LightningPage;
}

/** An org in memory, for tests of the server and of the shell. */
export function fakeOrg(options: FakeOrgOptions = {}): OrgClient {
    const rows = fakeRows();
    let app = CONNECTED_APP;
    return {
        listUsers: async () => USERS,
        userContext: async (id) => USERS.find((user) => user.id === id),
        scopedValues: async (_, names) =>
            Object.fromEntries(
                names.flatMap((name) => {
                    const label = options.labels?.[name];
                    return label === undefined ? [] : [[name, label]];
                })
            ),
        lookForEdits: async () => undefined,
        invokeApex: options.invokeApex ?? (async () => ({ returnValue: null, cacheable: false })),
        invokeAction: options.invokeAction ?? (async () => ({ missing: true })),
        apexRest: async ({ path, method }) => textResponse(`${method} ${path}`),
        authCallback: async ({ path }) => textResponse(path),
        query: async (_, soql) => runQuery(rows, soql),
        write: async (_, { objectApiName, recordId: id, operation, values }) =>
            writeRow(rows, objectApiName, id, operation, values),
        describeObject: async (_, name) => describe(name),
        objectOfKeyPrefix: async (prefix) =>
            FAKE_OBJECTS.find(({ keyPrefix }) => keyPrefix === prefix)?.name,
        listApps: async () => [
            {
                name: 'standard__LightningSales',
                label: 'Sales',
                description:
                    'Manage your sales process with accounts, leads, opportunities, and more',
                items: [
                    { kind: 'home', name: 'home', label: 'Home' },
                    ...TABS.map(([objectApiName, label]) => ({
                        kind: 'object' as const,
                        objectApiName,
                        label
                    }))
                ]
            }
        ],
        recordPage: async (_, name) =>
            name === 'Account' ? { ...MODEL, page: options.accountPage ?? null } : plainModel(name),
        homePage: async () => null,
        listViews: async (_, name) => [
            {
                developerName: 'AllRecords',
                label: `All ${describe(name)?.schema.labelPlural}`,
                columns: (describe(name)?.schema.fields ?? [])
                    .slice(4, 9)
                    .map((column) => column.name),
                where: ''
            }
        ],
        listConnectedApps: async () => [summaryOf(app)],
        connectedApp: async (_, id) => (id === app.id ? app : undefined),
        saveConnectedAppPolicies: async (_, __, policies) => {
            app = withPolicies(app, policies);
            return { ok: true };
        },
        selectConnectedAppProfiles: async (_, __, ids) => {
            app = { ...app, profiles: selected(app.profiles, ids) };
            return { ok: true };
        },
        selectConnectedAppPermissionSets: async (_, __, ids) => {
            app = { ...app, permissionSets: selected(app.permissionSets, ids) };
            return { ok: true };
        },
        visualforcePage: async () => undefined,
        trustedSites: async () => [{ url: 'https://images.example.com', directives: ['img-src'] }],
        staticResource: async () => undefined
    };
}

function describe(name: string) {
    const schema = FAKE_OBJECTS.find((object) => object.name.toLowerCase() === name.toLowerCase());
    if (!schema) return undefined;
    const names = schema.fields.map((field) => field.name);
    return {
        schema,
        createable: true,
        updateable: true,
        deletable: true,
        readableFields: names,
        editableFields: schema.fields.filter((f) => f.updateable).map((f) => f.name)
    };
}

function plainModel(name: string): RecordPageModel {
    const fields = (describe(name)?.schema.fields ?? []).slice(3).map((field) => field.name);
    const section = { label: 'Information', columns: [columnOf(...fields)] };
    return {
        page: null,
        compactFields: fields.slice(2, 5),
        layoutSections: [section],
        relatedLists: [],
        actions: []
    };
}

function writeRow(
    rows: Map<string, FakeRow[]>,
    type: string,
    id: string | null,
    operation: 'insert' | 'update' | 'delete',
    values: FakeRow
) {
    const table = rows.get(type) ?? [];
    if (operation === 'insert') {
        const created = recordId(describe(type)?.schema.keyPrefix ?? '000', table.length + 1);
        table.push({ ...values, Id: created });
        return { id: created };
    }
    const index = table.findIndex((row) => row['Id'] === id);
    if (operation === 'delete') table.splice(index, 1);
    else table[index] = { ...table[index], ...values };
    return { id: id ?? '' };
}

function textResponse(text: string) {
    const headers = { 'content-type': 'text/plain' };
    return { status: 200, headers, body: new TextEncoder().encode(text) };
}

const CONNECTED_APP: ConnectedAppDetail = {
    id: '0H4000000000001AAA',
    developerName: 'Salesforce_Integration_for_Zendesk',
    label: 'Salesforce Integration for Zendesk',
    description: 'Decides whose profile may see Zendesk tickets',
    version: '1.0',
    permittedUsers: 'AdminApprovedPreAuthorized',
    startUrl: null,
    callbackUrls: ['https://example.com/callback'],
    scopes: ['Access the identity URL service (id, profile, email, address, phone)'],
    policies: {
        permittedUsers: 'AdminApprovedPreAuthorized',
        ipRelaxation: 'Enforce',
        refreshPolicy: 'Infinite',
        refreshPeriod: null,
        refreshPeriodUnit: null
    },
    profiles: ['System Administrator', 'Standard User', 'Sales', 'Support'].map((label, i) => ({
        id: recordId('00e', i + 1),
        label,
        description: '',
        selected: i === 0
    })),
    permissionSets: [
        { id: recordId('0PS', 1), label: 'Zendesk User', description: '', selected: false }
    ]
};

function summaryOf(app: ConnectedAppDetail) {
    const { id, developerName, label, description, version, permittedUsers } = app;
    return { id, developerName, label, description, version, permittedUsers };
}

function withPolicies(app: ConnectedAppDetail, policies: ConnectedAppPolicies): ConnectedAppDetail {
    return { ...app, policies, permittedUsers: policies.permittedUsers };
}

function selected<T extends { readonly id: string }>(
    choices: readonly T[],
    ids: readonly string[]
) {
    return choices.map((choice) => ({ ...choice, selected: ids.includes(choice.id) }));
}
