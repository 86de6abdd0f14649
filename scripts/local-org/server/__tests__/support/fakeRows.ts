import type { FieldValue } from '../../../data/types.ts';
import type { QueriedRecord, QueryOutcome } from '../../orgClient.ts';
import { FAKE_OBJECTS } from './fakeSchema.ts';

export type FakeRow = Readonly<Record<string, FieldValue>>;

const STAMPS = {
    CreatedDate: '2025-03-04T09:15:00.000Z',
    LastModifiedDate: '2025-11-20T14:30:00.000Z'
};

const NAMES = [
    'Meridian Rail Systems',
    'Halcyon Textiles',
    'Verdant Valley Farms',
    'Tidewater Instruments',
    'Pinnacle Outdoor',
    'Saffron & Sage',
    'Gravel Cycles',
    'Kestrel Robotics'
];

export const ADMIN_ID = '005000000000001AAA';
export const FIRST_ACCOUNT_ID = recordId('001', 1);

export function recordId(prefix: string, number: number): string {
    return `${prefix}${String(number).padStart(12, '0')}AAA`;
}

/** Rows by object name. */
export function fakeRows(): Map<string, FakeRow[]> {
    const accounts = NAMES.map((Name, i) => ({
        Id: recordId('001', i + 1),
        Name,
        OwnerId: ADMIN_ID,
        Type: i % 3 === 0 ? 'Customer - Direct' : 'Prospect',
        Industry: 'Transportation',
        Phone: `(415) 555-01${10 + i}`,
        Website: 'https://www.example.com',
        AnnualRevenue: 12_500_000 * (i + 1),
        NumberOfEmployees: 340 + i,
        Description: null,
        BillingCity: 'Lyon',
        ...STAMPS
    }));
    return new Map<string, FakeRow[]>([
        ['Account', accounts],
        ['Contact', people('003')],
        ['Lead', people('00Q')],
        ['Opportunity', opportunities()],
        ['Case', cases()],
        ['User', [{ Id: ADMIN_ID, Name: 'Ada Marsh', Email: 'ada@example.com', ...STAMPS }]]
    ]);
}

function people(prefix: string): FakeRow[] {
    return ['Jun Park', 'Mireille Roux', 'Tomás Vidal', 'Edie Harlow'].map((Name, i) => ({
        Id: recordId(prefix, i + 1),
        Name,
        AccountId: FIRST_ACCOUNT_ID,
        OwnerId: ADMIN_ID,
        Company: NAMES[i] ?? null,
        Title: 'Operations Manager',
        Email: `${Name.split(' ')[0]?.toLowerCase()}@example.com`,
        Phone: '(415) 555-0199',
        Status: 'Open - Not Contacted',
        ...STAMPS
    }));
}

function opportunities(): FakeRow[] {
    return ['Signalling upgrade', 'Depot maintenance'].map((Name, i) => ({
        Id: recordId('006', i + 1),
        Name,
        AccountId: FIRST_ACCOUNT_ID,
        OwnerId: ADMIN_ID,
        StageName: 'Prospecting',
        Amount: 48_000 * (i + 1),
        CloseDate: '2026-03-31',
        ...STAMPS
    }));
}

function cases(): FakeRow[] {
    return [
        {
            Id: recordId('500', 1),
            CaseNumber: '00001001',
            AccountId: FIRST_ACCOUNT_ID,
            OwnerId: ADMIN_ID,
            Subject: 'Ticket machine is offline',
            Status: 'New',
            ...STAMPS
        }
    ];
}

const QUERY =
    /^SELECT (.+) FROM (\w+)(?: WHERE (\w+) (=|LIKE) '((?:[^'\\]|\\.)*)')?(?: ORDER BY (\w+)( DESC)?)?(?: LIMIT (\d+))?(?: OFFSET (\d+))?$/;

/** Answers the few forms of query that the server builds. */
export function runQuery(rows: ReadonlyMap<string, FakeRow[]>, soql: string): QueryOutcome {
    const parts = QUERY.exec(soql);
    if (!parts) return { error: { errorCode: 'MALFORMED_QUERY', message: `Can't read ${soql}` } };
    const [, columns = '', type = '', key, operator, value = '', order, descending, limit, offset] =
        parts;
    const all = rows.get(type) ?? [];
    const matching =
        key === undefined ? all : all.filter((row) => holds(row[key], operator, value));
    const sorted = order ? [...matching].sort(byField(order, Boolean(descending))) : matching;
    const start = Number(offset ?? 0);
    const page = sorted.slice(start, limit === undefined ? undefined : start + Number(limit));
    return { records: page.map((row) => project(row, type, columns.split(', '), rows)) };
}

function holds(actual: FieldValue | undefined, operator: string | undefined, wanted: string) {
    if (operator === '=') return actual === wanted;
    const term = wanted.replace(/^%|%$/g, '').replace(/\\(.)/g, '$1');
    return String(actual).toLowerCase().includes(term.toLowerCase());
}

function byField(name: string, descending: boolean) {
    const sign = descending ? -1 : 1;
    return (a: FakeRow, b: FakeRow) =>
        sign * String(a[name] ?? '').localeCompare(String(b[name] ?? ''));
}

function project(
    row: FakeRow,
    type: string,
    columns: readonly string[],
    rows: ReadonlyMap<string, FakeRow[]>
): QueriedRecord {
    const own = columns.filter((c) => !c.includes('.')).map((c) => [c, row[c] ?? null]);
    const nested = Map.groupBy(
        columns.filter((column) => column.includes('.')),
        (column) => column.split('.')[0] ?? ''
    );
    const parents = [...nested].map(([relationship, paths]) => {
        const parentType = parentOf(type, relationship);
        const parent = rows.get(parentType)?.find(({ Id }) => Id === row[`${relationship}Id`]);
        const rest = ['Id', ...paths.map((path) => path.slice(relationship.length + 1))];
        return [relationship, parent ? project(parent, parentType, rest, rows) : null];
    });
    return { type, values: Object.fromEntries([...own, ...parents]) };
}

function parentOf(type: string, relationship: string): string {
    const object = FAKE_OBJECTS.find(({ name }) => name === type);
    const lookup = object?.fields.find(({ relationshipName }) => relationshipName === relationship);
    return lookup?.referenceTo[0] ?? '';
}
