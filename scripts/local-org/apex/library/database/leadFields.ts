import type { FieldValue } from '../../../data/types.ts';

export type Fields = Readonly<Record<string, FieldValue>>;

const ADDRESS = ['Street', 'City', 'State', 'PostalCode', 'Country'];

/** The account of a converted lead, by the standard mapping of lead fields (Salesforce Help). */
export function accountOf(lead: Fields): Fields {
    const same = ['Phone', 'Fax', 'Website', 'Industry', 'AnnualRevenue', 'NumberOfEmployees'];
    return {
        ...given(lead, same),
        ...given(lead, ['Rating', 'Description']),
        ...address(lead, 'Billing'),
        Name: lead['Company'] ?? null,
        AccountSource: lead['LeadSource'] ?? null
    };
}

/** The contact of a converted lead. */
export function contactOf(lead: Fields): Fields {
    const person = ['Salutation', 'FirstName', 'LastName', 'Title', 'Email'];
    const reached = ['Phone', 'MobilePhone', 'Fax', 'LeadSource', 'Description'];
    return { ...given(lead, [...person, ...reached]), ...address(lead, 'Mailing') };
}

/** The opportunity of a converted lead: named after the company, closing at the quarter's end. */
export function opportunityOf(lead: Fields, name: string | null, now: number): Fields {
    const today = new Date(now);
    const endOfQuarter = Date.UTC(
        today.getUTCFullYear(),
        Math.floor(today.getUTCMonth() / 3) * 3 + 3,
        0
    );
    return {
        ...given(lead, ['LeadSource']),
        Name: name ?? `${String(lead['Company'])}-`,
        StageName: 'Prospecting',
        CloseDate: new Date(endOfQuarter).toISOString().slice(0, 10)
    };
}

function address(lead: Fields, prefix: string): Fields {
    return Object.fromEntries(ADDRESS.map((part) => [prefix + part, lead[part] ?? null]));
}

function given(lead: Fields, names: readonly string[]): Fields {
    return Object.fromEntries(names.map((name) => [name, lead[name] ?? null]));
}
