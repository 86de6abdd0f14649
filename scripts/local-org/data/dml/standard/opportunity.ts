import { isChanged, valueOf, type Save, type WorkRow } from '../work.ts';

export interface Stage {
    readonly probability: number;
    readonly category: string;
    readonly categoryName: string;
}

const pipeline = (probability: number): Stage => ({
    probability,
    category: 'Pipeline',
    categoryName: 'Pipeline'
});

/** The stages that every org starts with. */
export const STAGES: Readonly<Record<string, Stage>> = {
    Prospecting: pipeline(10),
    Qualification: pipeline(10),
    'Needs Analysis': pipeline(20),
    'Value Proposition': pipeline(50),
    'Id. Decision Makers': pipeline(60),
    'Perception Analysis': pipeline(70),
    'Proposal/Price Quote': pipeline(75),
    'Negotiation/Review': pipeline(90),
    'Closed Won': { probability: 100, category: 'Closed', categoryName: 'Closed' },
    'Closed Lost': { probability: 0, category: 'Omitted', categoryName: 'Omitted' }
};

/** What a stage says; stages of the org's own are in the pipeline. */
export function stageNamed(name: string): Stage {
    return STAGES[name] ?? pipeline(0);
}

/** Opportunity: what the stage says, the expected revenue, the fiscal period of the close date. */
export function deriveOpportunity(row: WorkRow): void {
    const stageName = String(valueOf(row, 'StageName'));
    const stage = stageNamed(stageName);
    row.values['IsWon'] = stageName === 'Closed Won';
    row.values['IsClosed'] = stageName === 'Closed Won' || stageName === 'Closed Lost';
    if (isChanged(row, 'StageName')) {
        row.values['Probability'] ??= stage.probability;
        row.values['ForecastCategory'] = stage.category;
        row.values['ForecastCategoryName'] ??= stage.categoryName;
    }
    const amount = Number(valueOf(row, 'Amount') ?? 0);
    row.values['ExpectedRevenue'] = (amount * Number(valueOf(row, 'Probability') ?? 0)) / 100;
    deriveFiscalPeriod(row);
}

/** Opportunity product: price, total, and the product's name and code. */
export function deriveLineItem(row: WorkRow, save: Save): void {
    const entryId = valueOf(row, 'PricebookEntryId');
    const entry =
        typeof entryId === 'string'
            ? save.store.read('PricebookEntry', [entryId]).get(entryId)
            : undefined;
    if (row.old === null && entry !== undefined) {
        row.values['Product2Id'] ??= entry['Product2Id'] ?? null;
        row.values['ListPrice'] = entry['UnitPrice'] ?? null;
        row.values['ProductCode'] = entry['ProductCode'] ?? null;
    }
    const quantity = Number(valueOf(row, 'Quantity') ?? 0);
    const total = row.values['TotalPrice'];
    if (row.values['UnitPrice'] == null && typeof total === 'number' && quantity !== 0) {
        row.values['UnitPrice'] = total / quantity;
    }
    row.values['TotalPrice'] = quantity * Number(valueOf(row, 'UnitPrice') ?? 0);
    row.values['Subtotal'] = row.values['TotalPrice'];
}

function deriveFiscalPeriod(row: WorkRow): void {
    const close = valueOf(row, 'CloseDate');
    if (typeof close === 'string') {
        const year = Number(close.slice(0, 4));
        const quarter = Math.ceil(Number(close.slice(5, 7)) / 3);
        row.values['FiscalYear'] = year;
        row.values['FiscalQuarter'] = quarter;
        row.values['Fiscal'] = `${year} ${quarter}`;
    }
}
