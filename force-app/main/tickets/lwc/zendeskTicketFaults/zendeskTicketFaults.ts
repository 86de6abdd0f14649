import CARD from '@salesforce/label/c.Zendesk_Fault_Card';
import FIELDS_MISSING from '@salesforce/label/c.Zendesk_Detail_FieldsMissing';
import FILES_REFUSED from '@salesforce/label/c.Zendesk_Files_Refused';
import FORMAT from '@salesforce/label/c.Zendesk_Fault_Format';
import LONG from '@salesforce/label/c.Zendesk_Field_TooLong';
import MISSING from '@salesforce/label/c.Zendesk_Field_Blank';
import NAMED from '@salesforce/label/c.Zendesk_Fault_Named';
import NUMBER from '@salesforce/label/c.Zendesk_Fault_Number';
import SOLVE from '@salesforce/label/c.Zendesk_Field_NeededToSolve';
import UNNAMED from '@salesforce/label/c.Zendesk_Fault_Unnamed';
import WHOLE from '@salesforce/label/c.Zendesk_Fault_Whole';

import { formatLabel, formatList } from 'c/zendeskFormats';
import { numbers } from 'c/zendeskNumbers';
import { valuesOf } from 'c/zendeskTicketDrafts';
import { targetOf, viewsOf } from 'c/zendeskTicketEditing';
import { findField, titleOf } from 'c/zendeskTicketProperties';
import { formatFault, isSolved, missingFields, visibleFields } from 'c/zendeskTicketRules';
import { namesOf } from 'c/zendeskUploads';

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

/** The description's problem, which no field of the layout shows. */
export const DESCRIPTION_KEY = 'description';

const FILES_KEY = 'uploads';

/** Where the ticket keeps what Zendesk blames by another name. */
const KEYS: Readonly<Record<string, string>> = {
    additional_collaborators: 'email_ccs',
    assignee: 'assignee_id',
    brand: 'brand_id',
    collaborator_ids: 'email_ccs',
    collaborators: 'email_ccs',
    custom_status: 'custom_status_id',
    due_date: 'due_at',
    email_cc_ids: 'email_ccs',
    follower_ids: 'followers',
    group: 'group_id',
    organization: 'organization_id',
    problem: 'problem_id',
    requester: REQUESTER_KEY,
    ticket_form: 'ticket_form_id',
    ticket_type: 'type'
};

/** What a comment is blamed by; that of a new ticket is its description. */
const COMMENT_KEYS: readonly string[] = ['body', 'comment', 'description', 'html_body'];

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
    const named = placed.map(({ field, message }) => [keyOf(field, editing), message] as const);
    return { ...editing, problems: new Map(named) };
}

/** What Zendesk says about no field that is shown, with the field's name as far as it has one. */
export function unplacedProblems(
    editing: Editing,
    fields: readonly FieldProblem[]
): readonly string[] {
    const shown = new Set(viewsOf(editing).map(({ key }) => key));
    const ids = editing.layout.fields.filter(({ key }) => shown.has(key)).map(({ id }) => id);
    const besides = editing.ticket ? [] : [REQUESTER_KEY, DESCRIPTION_KEY];
    const places = new Set([...shown, ...ids, ...besides]);
    const unplaced = fields.filter(({ field }) => !places.has(keyOf(field, editing)));
    const sentences = unplaced.map((problem) => sentenceOf(problem, editing));
    return [...new Set([...sentences, ...refusedFiles(unplaced, editing)])];
}

function keyOf(field: string | undefined, { ticket }: Editing): string {
    if (!field) {
        return '';
    }
    const comment = ticket ? 'comment' : DESCRIPTION_KEY;
    return COMMENT_KEYS.includes(field) ? comment : (KEYS[field] ?? field);
}

/** Zendesk's own names of what has none here would be riddles. */
function sentenceOf({ field: name, message }: FieldProblem, editing: Editing): string {
    const field = findField(keyOf(name, editing), editing.layout);
    return field ? formatLabel(NAMED, titleOf(field), message) : formatLabel(UNNAMED, message);
}

/** Files that Zendesk held ready for too long are refused as the whole ticket, or as such. */
function refusedFiles(unplaced: readonly FieldProblem[], { draft }: Editing): readonly string[] {
    const mayBeFiles = unplaced.some(({ field }) => !field || field === FILES_KEY);
    return mayBeFiles && draft.uploads.length > 0
        ? [formatLabel(FILES_REFUSED, formatList(namesOf(draft.uploads)))]
        : [];
}
