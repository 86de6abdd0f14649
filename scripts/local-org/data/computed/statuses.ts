import { STAGES, stageNamed } from '../dml/standard/opportunity.ts';
import { CLOSED_CASE, CLOSED_TASK } from '../dml/standard/activityAndCase.ts';
import type { PicklistValue, Schema } from '../schema/types.ts';
import { makeId } from '../store/ids.ts';
import type { StoredValues } from '../store/recordStore.ts';
import type { ComputedObject } from './computed.ts';

/** The statuses by which a lead may be converted; every org starts with one. */
export const CONVERTED_LEAD = ['Closed - Converted'];

export const leadStatuses = statusObject('LeadStatus', 'Lead.Status', ({ value, isDefault }) => ({
    IsDefault: isDefault,
    IsConverted: CONVERTED_LEAD.includes(value)
}));

export const caseStatuses = statusObject('CaseStatus', 'Case.Status', ({ value, isDefault }) => ({
    IsDefault: isDefault,
    IsClosed: CLOSED_CASE.includes(value)
}));

export const taskStatuses = statusObject('TaskStatus', 'Task.Status', ({ value, isDefault }) => ({
    IsDefault: isDefault,
    IsClosed: CLOSED_TASK.includes(value)
}));

export const opportunityStages = statusObject(
    'OpportunityStage',
    'Opportunity.StageName',
    ({ value, isActive }) => {
        const stage = stageNamed(value);
        return {
            IsActive: isActive,
            IsClosed: value in STAGES && stage.category !== 'Pipeline',
            IsWon: value === 'Closed Won',
            DefaultProbability: stage.probability,
            ForecastCategory: stage.category,
            ForecastCategoryName: stage.categoryName
        };
    }
);

/** One row for each value of the picklist, in its order. */
function statusObject(
    name: string,
    picklist: string,
    facts: (value: PicklistValue) => StoredValues
): ComputedObject {
    return ({ schema }) =>
        picklistValues(schema, picklist).map((value, index) => ({
            id: makeId(schema.object(name)?.keyPrefix ?? '', index + 1),
            values: {
                MasterLabel: value.label,
                ApiName: value.value,
                SortOrder: index + 1,
                ...facts(value)
            }
        }));
}

function picklistValues(schema: Schema, path: string): readonly PicklistValue[] {
    const [object = '', field = ''] = path.split('.');
    return schema.field(object, field)?.picklistValues ?? [];
}
