import CARD from '@salesforce/label/c.Zendesk_Fault_Card';
import FIELDS_MISSING from '@salesforce/label/c.Zendesk_Detail_FieldsMissing';
import FORMAT from '@salesforce/label/c.Zendesk_Fault_Format';
import LONG from '@salesforce/label/c.Zendesk_Field_TooLong';
import MISSING from '@salesforce/label/c.Zendesk_Field_Blank';
import NUMBER from '@salesforce/label/c.Zendesk_Fault_Number';
import SOLVE from '@salesforce/label/c.Zendesk_Field_NeededToSolve';
import WHOLE from '@salesforce/label/c.Zendesk_Fault_Whole';

import { formatLabel, formatList } from 'c/zendeskFormats';
import { numbers } from 'c/zendeskNumbers';
import { valuesOf } from 'c/zendeskTicketDrafts';
import { targetOf, viewsOf } from 'c/zendeskTicketEditing';
import { findField, titleOf } from 'c/zendeskTicketProperties';
import { formatFault, isSolved, missingFields, visibleFields } from 'c/zendeskTicketRules';

import type { FieldProblem } from 'c/zendeskErrors';
import type { Editing } from 'c/zendeskTicketEditing';
import type { FormatFault } from 'c/zendeskTicketRules';

/** The requester's problem; the form of a new ticket shows it, though it is no field of the layout. */
export const REQUESTER_KEY = 'requester_id';

const FAULTS: Readonly<Record<FormatFault, string>> = {
    card: CARD,
    format: FORMAT,
    long: LONG,
    number: formatLabel(NUMBER, numbers.write('12.5')),
    whole: WHOLE
};

/** What Zendesk names without `_id` when it refuses them. */
const RELATIONS: readonly string[] = ['assignee', 'brand', 'group', 'organization', 'requester'];

/** What keeps the draft from being sent, by key: the form's demands and the form of values. */
export function faultsOf(editing: Editing): ReadonlyMap<string, string> {
    const { layout, draft } = editing;
    const values = valuesOf(editing.ticket, draft);
    const target = targetOf(editing);
    const demand = isSolved(target.status) ? SOLVE : MISSING;
    const missing = missingFields(layout, values, target)
        .filter(({ type }) => type !== 'description')
        .map(({ key }) => [key, demand] as const);
    const wrong = visibleFields(layout, values).flatMap((field) => {
        const fault = formatFault(field, values.get(field.key) ?? { key: field.key });
        return fault && draft.values.some(({ key }) => key === field.key)
            ? [[field.key, FAULTS[fault]] as const]
            : [];
    });
    return new Map([...missing, ...wrong]);
}

/** One sentence that names the fields at fault; empty when there is none. */
export function faultSentence(editing: Editing, faults: ReadonlyMap<string, string>): string {
    const titles = viewsOf(editing).filter(({ key }) => faults.has(key));
    return faults.size === 0
        ? ''
        : formatLabel(FIELDS_MISSING, formatList(titles.map(({ title }) => title)));
}

/** With what Zendesk says about fields. */
export function withProblems(editing: Editing, fields: readonly FieldProblem[]): Editing {
    const placed = fields.filter(({ field }) => field !== undefined);
    const named = placed.map(({ field = '', message }) => [keyOf(field), message] as const);
    return { ...editing, problems: new Map(named) };
}

/** What Zendesk says about no field that is shown, with the field's name. */
export function unplacedProblems(
    editing: Editing,
    fields: readonly FieldProblem[]
): readonly string[] {
    const shown = new Set(viewsOf(editing).map(({ key }) => key));
    const ids = editing.layout.fields.filter(({ key }) => shown.has(key)).map(({ id }) => id);
    const besides = editing.ticket ? [] : [REQUESTER_KEY];
    const places = new Set([...shown, ...ids, ...besides]);
    return fields
        .filter(({ field }) => !field || !places.has(keyOf(field)))
        .map(({ field, message }) => (field ? `${nameOf(field, editing)}: ${message}` : message));
}

/** Where the ticket keeps what Zendesk blames by another name. */
function keyOf(field: string): string {
    return RELATIONS.includes(field) ? `${field}_id` : field;
}

function nameOf(key: string, { layout }: Editing): string {
    const field = findField(keyOf(key), layout);
    return field ? titleOf(field) : key;
}
