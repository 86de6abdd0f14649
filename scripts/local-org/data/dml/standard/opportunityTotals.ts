import type { FieldValue } from '../../types.ts';
import type { Save } from '../work.ts';

/** The amount of an opportunity with products is the sum of their prices. */
export function totalOpportunities(ids: readonly string[], save: Save): void {
    const opportunity = save.schema.object('Opportunity');
    const stored = save.store.read('Opportunity', ids);
    const changes = new Map<string, Readonly<Record<string, FieldValue>>>();
    for (const [id, values] of stored) {
        const fresh = totals(id, save);
        if (Object.entries(fresh).some(([name, value]) => values[name] !== value)) {
            changes.set(id, fresh);
        }
    }
    if (opportunity !== undefined && changes.size > 0) {
        save.saveFields(opportunity, changes);
    }
}

/** An opportunity whose last product went keeps its amount. */
function totals(id: string, save: Save): Readonly<Record<string, FieldValue>> {
    const { sqlName } = save.store.tables.get('OpportunityLineItem');
    const [count, amount, quantity] = save.store.connection.first(
        `SELECT COUNT(*), SUM(TotalPrice), SUM(Quantity) FROM ${sqlName} WHERE OpportunityId = ? AND IsDeleted = 0`,
        [id]
    ) ?? [0, null, null];
    return count === 0
        ? { HasOpportunityLineItem: false }
        : {
              HasOpportunityLineItem: true,
              Amount: amount ?? null,
              TotalOpportunityQuantity: quantity ?? null
          };
}
