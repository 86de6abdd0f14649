import type {
    ConditionalField,
    FieldValue,
    StatusChoice,
    TicketField,
    TicketForm,
    TicketLayout
} from 'c/zendeskConversationService';

/** Values of a ticket by key: what it has, with what the user changed. */
export type Values = ReadonlyMap<string, FieldValue>;

/** A status to which a ticket can be set. */
export interface StatusOption {
    /** The category. */
    readonly status: string;
    /** Of an account with custom statuses. */
    readonly customStatusId?: string;
    readonly label?: string;
}

/** Why a value can't be sent. */
export type FormatFault = 'number' | 'whole' | 'format' | 'card' | 'long';

/** Ruby's \A, \z and \Z, which JavaScript writes otherwise. */
const RUBY_ANCHORS: readonly (readonly [RegExp, string])[] = [
    [/\\A/g, '^'],
    [/\\[zZ]/g, '$']
];
/** https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_fields/ */
const LONGEST_TEXT = 65535;
const DEFAULT_STATUSES: readonly string[] = ['new', 'open', 'pending', 'hold', 'solved'];

/**
 * The fields that the form shows now. A field that conditions govern is there only while one of them
 * holds, and a condition only while its own field is there.
 */
export function visibleFields(layout: TicketLayout, values: Values): readonly TicketField[] {
    const governed = governedIds(layout.form);
    const holding = new Set(holdingChildren(layout, values).map(({ fieldId }) => fieldId));
    return layout.fields.filter(({ id }) => !governed.has(id) || holding.has(id));
}

/**
 * Whether a visible field has to be filled in before the ticket gets a status. For a field that
 * conditions govern, they decide; for others, whether it is needed to solve.
 */
export function isRequired(
    layout: TicketLayout,
    field: TicketField,
    values: Values,
    target: StatusOption
): boolean {
    if (!governedIds(layout.form).has(field.id)) {
        return field.isRequiredToSolve && isSolved(target.status);
    }
    return holdingChildren(layout, values)
        .filter(({ fieldId }) => fieldId === field.id)
        .some((child) => isRequiredBy(child, target));
}

/** Visible fields that lack what the target status demands. */
export function missingFields(
    layout: TicketLayout,
    values: Values,
    target: StatusOption
): readonly TicketField[] {
    return visibleFields(layout, values).filter(
        (field) => isRequired(layout, field, values, target) && isEmpty(field, values)
    );
}

/**
 * The statuses to which a ticket can go, its own first among them. A closed ticket goes nowhere, and a
 * ticket that was touched is never new again.
 */
export function statusOptions(
    layout: TicketLayout | undefined,
    current: string | undefined
): readonly StatusOption[] {
    if (current === 'closed') {
        return [];
    }
    return offeredStatuses(layout).filter(
        ({ status }) => status !== 'new' || current === 'new' || current === undefined
    );
}

/** What is wrong with the form of a value; nothing for one that Zendesk would take. */
export function formatFault(field: TicketField, value: FieldValue): FormatFault | undefined {
    const text = value.text ?? '';
    if (text === '') {
        return undefined;
    }
    if (text.length > LONGEST_TEXT) {
        return 'long';
    }
    switch (field.type) {
        case 'integer':
            return /^-?\d{1,18}$/.test(text) ? undefined : 'whole';
        case 'decimal':
            return /^-?\d{1,18}(\.\d+)?$/.test(text) ? undefined : 'number';
        case 'partialcreditcard':
            return /^(X{8,15})?\d{4}$/.test(text.replace(/[\s-]/g, '')) ? undefined : 'card';
        case 'regexp':
            return matchesFormat(field.format, text) ? undefined : 'format';
        default:
            return undefined;
    }
}

/** Whether a form may be used under a brand. */
export function isAllowedForBrand(form: TicketForm, brandId: string | undefined): boolean {
    return !form.brandIds || brandId === undefined || form.brandIds.includes(brandId);
}

export function isSolved(status: string): boolean {
    return status === 'solved' || status === 'closed';
}

function governedIds(form: TicketForm): ReadonlySet<string> {
    return new Set(form.conditions.flatMap(({ children }) => children.map((c) => c.fieldId)));
}

/** Children of the conditions that hold; starts from fields without conditions and goes down. */
function holdingChildren(layout: TicketLayout, values: Values): readonly ConditionalField[] {
    const governed = governedIds(layout.form);
    const fields = new Map(layout.fields.map((field) => [field.id, field]));
    const visible = new Set([...fields.keys()].filter((id) => !governed.has(id)));
    const holding = new Set<ConditionalField>();
    for (let before = -1; before !== holding.size;) {
        before = holding.size;
        for (const { parentFieldId, value, children } of layout.form.conditions) {
            const parent = fields.get(parentFieldId);
            if (parent && visible.has(parentFieldId) && hasValue(parent, values, value)) {
                children.forEach((child) => holding.add(child));
                children.forEach(({ fieldId }) => visible.add(fieldId));
            }
        }
    }
    return [...holding];
}

function hasValue(field: TicketField, values: Values, wanted: string | undefined): boolean {
    const value = values.get(field.key);
    if (value?.values) {
        return value.values.includes(wanted ?? '');
    }
    const empty = field.type === 'checkbox' ? 'false' : '';
    return (value?.text ?? empty) === (wanted ?? '');
}

/** Forms made before statuses could be named say only whether a field is required: to solve. */
function isRequiredBy(child: ConditionalField, { status, customStatusId }: StatusOption): boolean {
    switch (child.requiredOn) {
        case 'ALL_STATUSES':
            return true;
        case 'SOME_STATUSES':
            return child.statuses.includes(status) || child.statuses.includes(customStatusId ?? '');
        case 'NO_STATUSES':
            return false;
        default:
            return child.isRequired && isSolved(status);
    }
}

/** A box that must be ticked is empty until it is. */
function isEmpty(field: TicketField, values: Values): boolean {
    const value = values.get(field.key);
    if (value?.values) {
        return value.values.length === 0;
    }
    return !value?.text || (field.type === 'checkbox' && value.text !== 'true');
}

function offeredStatuses(layout: TicketLayout | undefined): readonly StatusOption[] {
    if (layout?.statuses.length) {
        return layout.statuses.map(toStatusOption);
    }
    const options = layout?.fields.find(({ type }) => type === 'status')?.options ?? [];
    const offered = options.length ? options.map(({ value }) => value) : DEFAULT_STATUSES;
    return offered.filter((status) => status !== 'closed').map((status) => ({ status }));
}

function toStatusOption({ id, label, category }: StatusChoice): StatusOption {
    return { status: category, customStatusId: id, label };
}

/** A pattern that only Ruby understands is left to Zendesk to judge. */
function matchesFormat(format: string | undefined, text: string): boolean {
    if (!format) {
        return true;
    }
    try {
        const pattern = RUBY_ANCHORS.reduce(
            (source, [ruby, javascript]) => source.replace(ruby, javascript),
            format
        );
        return new RegExp(pattern, 'u').test(text);
    } catch {
        return true;
    }
}
