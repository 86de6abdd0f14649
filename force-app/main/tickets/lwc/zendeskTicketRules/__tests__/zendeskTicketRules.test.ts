import {
    formatFault,
    isAllowedForBrand,
    isRequired,
    missingFields,
    statusOptions,
    visibleFields
} from 'c/zendeskTicketRules';
import { field, layoutOf } from 'test/tickets';

import type {
    ConditionalField,
    FieldValue,
    FormCondition,
    TicketLayout
} from 'c/zendeskConversationService';
import type { Values } from 'c/zendeskTicketRules';

const OPEN = { status: 'open' };
const SOLVED = { status: 'solved' };

const product = field('1', 'tagger');
const build = field('2', 'regexp');
const urgent = field('3', 'checkbox');
const reason = field('4', 'text', { isRequiredToSolve: true });

function valuesOf(...values: readonly FieldValue[]): Values {
    return new Map(values.map((value) => [value.key, value]));
}

function child(fieldId: string, part: Partial<ConditionalField> = {}): ConditionalField {
    return { fieldId, isRequired: false, statuses: [], ...part };
}

function conditional(...conditions: readonly FormCondition[]): TicketLayout {
    const form = { id: '9', isDefault: true, conditions };
    return layoutOf([product, build, urgent, reason], { form });
}

function idsOf(layout: TicketLayout, values: Values): readonly string[] {
    return visibleFields(layout, values).map(({ id }) => id);
}

const atlas = { parentFieldId: '1', value: 'atlas', children: [child('2')] };

describe('visibleFields', () => {
    it('shows every field of a form without conditions, in its order', () => {
        expect(idsOf(layoutOf([build, product]), valuesOf())).toEqual(['2', '1']);
    });

    it('hides a field until its condition holds', () => {
        const layout = conditional(atlas);

        expect(idsOf(layout, valuesOf())).toEqual(['1', '3', '4']);
        expect(idsOf(layout, valuesOf({ key: '1', text: 'relay' }))).toEqual(['1', '3', '4']);
        expect(idsOf(layout, valuesOf({ key: '1', text: 'atlas' }))).toContain('2');
    });

    it('shows a field as soon as one of several conditions holds', () => {
        const ticked = { parentFieldId: '3', value: 'true', children: [child('2')] };

        expect(idsOf(conditional(atlas, ticked), valuesOf({ key: '3', text: 'true' }))).toContain(
            '2'
        );
    });

    it('takes a box that nobody touched for not ticked', () => {
        const unticked = { parentFieldId: '3', value: 'false', children: [child('2')] };

        expect(idsOf(conditional(unticked), valuesOf())).toContain('2');
    });

    it('finds the value among those of a field with several', () => {
        const values = valuesOf({ key: '1', values: ['relay', 'atlas'] });

        expect(idsOf(conditional(atlas), values)).toContain('2');
    });

    it('hides what hangs on a hidden field, whatever that field still holds', () => {
        const second = { parentFieldId: '2', value: '1.2.3', children: [child('4')] };
        const layout = conditional(atlas, second);
        const held = { key: '2', text: '1.2.3' };

        expect(idsOf(layout, valuesOf(held))).not.toContain('4');
        expect(idsOf(layout, valuesOf(held, { key: '1', text: 'atlas' }))).toContain('4');
    });

    it('goes down a chain whatever the order of its conditions', () => {
        const second = { parentFieldId: '2', value: '1.2.3', children: [child('4')] };
        const values = valuesOf({ key: '1', text: 'atlas' }, { key: '2', text: '1.2.3' });

        expect(idsOf(conditional(second, atlas), values)).toContain('4');
    });

    it('ends when conditions hang on each other', () => {
        const back = { parentFieldId: '2', value: 'x', children: [child('1')] };

        expect(idsOf(conditional(atlas, back), valuesOf({ key: '1', text: 'atlas' }))).toEqual([
            '3',
            '4'
        ]);
    });

    it('reads system fields by their attribute', () => {
        const priority = field('5', 'priority', { key: 'priority' });
        const condition = { parentFieldId: '5', value: 'urgent', children: [child('2')] };
        const form = { isDefault: true, conditions: [condition] };
        const layout = layoutOf([priority, build], { form });

        expect(idsOf(layout, valuesOf({ key: 'priority', text: 'urgent' }))).toEqual(['5', '2']);
    });
});

describe('isRequired', () => {
    const atlasChosen = valuesOf({ key: '1', text: 'atlas' });

    function isBuildRequired(part: Partial<ConditionalField>, target = OPEN): boolean {
        const condition = { ...atlas, children: [child('2', part)] };
        return isRequired(conditional(condition), build, atlasChosen, target);
    }

    it('demands a field that is needed to solve only when solving', () => {
        expect(isRequired(layoutOf([reason]), reason, valuesOf(), OPEN)).toBe(false);
        expect(isRequired(layoutOf([reason]), reason, valuesOf(), SOLVED)).toBe(true);
    });

    it('demands a conditional field on all, some or no statuses', () => {
        const some = { requiredOn: 'SOME_STATUSES', statuses: ['pending', 'solved'] };

        expect(isBuildRequired({ requiredOn: 'ALL_STATUSES' })).toBe(true);
        expect(isBuildRequired(some)).toBe(false);
        expect(isBuildRequired(some, SOLVED)).toBe(true);
        expect(isBuildRequired({ requiredOn: 'NO_STATUSES', isRequired: true }, SOLVED)).toBe(
            false
        );
    });

    it('knows custom statuses by their id', () => {
        const some = { requiredOn: 'SOME_STATUSES', statuses: ['77'] };
        const waiting = { status: 'hold', customStatusId: '77' };

        expect(isBuildRequired(some, waiting)).toBe(true);
        expect(isBuildRequired(some, { status: 'hold' })).toBe(false);
    });

    it('demands for solving what an older form only calls required', () => {
        expect(isBuildRequired({ isRequired: true })).toBe(false);
        expect(isBuildRequired({ isRequired: true }, SOLVED)).toBe(true);
    });

    it('demands nothing of a condition that does not hold', () => {
        const condition = { ...atlas, children: [child('2', { requiredOn: 'ALL_STATUSES' })] };

        expect(isRequired(conditional(condition), build, valuesOf(), SOLVED)).toBe(false);
    });

    it('lets the condition decide on a field that is also needed to solve', () => {
        const condition = { ...atlas, children: [child('4', { requiredOn: 'NO_STATUSES' })] };

        expect(isRequired(conditional(condition), reason, atlasChosen, SOLVED)).toBe(false);
    });
});

describe('missingFields', () => {
    it.each<[string, FieldValue | undefined]>([
        ['nothing', undefined],
        ['an empty text', { key: '4', text: '' }],
        ['no values', { key: '4', values: [] }]
    ])('misses a required field with %s', (name, value) => {
        const values = value ? valuesOf(value) : valuesOf();

        expect(name && missingFields(layoutOf([reason]), values, SOLVED)).toEqual([reason]);
    });

    it('misses a required box that is not ticked', () => {
        const box = field('3', 'checkbox', { isRequiredToSolve: true });

        expect(
            missingFields(layoutOf([box]), valuesOf({ key: '3', text: 'false' }), SOLVED)
        ).toEqual([box]);
        expect(
            missingFields(layoutOf([box]), valuesOf({ key: '3', text: 'true' }), SOLVED)
        ).toEqual([]);
    });

    it('misses no hidden field', () => {
        const required = { ...build, isRequiredToSolve: true };
        const form = { isDefault: true, conditions: [atlas] };

        expect(missingFields(layoutOf([product, required], { form }), valuesOf(), SOLVED)).toEqual(
            []
        );
    });
});

describe('statusOptions', () => {
    const statuses = [
        { id: '1', label: 'New', category: 'new', isDefault: true },
        { id: '2', label: 'In development', category: 'open', isDefault: false },
        { id: '3', label: 'Solved', category: 'solved', isDefault: true }
    ];

    it('lets a closed ticket go nowhere', () => {
        expect(statusOptions(undefined, 'closed')).toEqual([]);
        expect(statusOptions(layoutOf([], { statuses }), 'closed')).toEqual([]);
    });

    it('offers new only to what is new', () => {
        const labels = (status?: string): readonly (string | undefined)[] =>
            statusOptions(layoutOf([], { statuses }), status).map(({ label }) => label);

        expect(labels('open')).toEqual(['In development', 'Solved']);
        expect(labels('new')).toEqual(['New', 'In development', 'Solved']);
        expect(labels()).toEqual(['New', 'In development', 'Solved']);
    });

    it('offers what the account has switched on, and never closed', () => {
        const options = ['open', 'pending', 'solved', 'closed'].map((value) => ({
            value,
            label: value
        }));
        const layout = layoutOf([field('1', 'status', { options })]);

        expect(statusOptions(layout, 'open')).toEqual([
            { status: 'open' },
            { status: 'pending' },
            { status: 'solved' }
        ]);
    });

    it('offers Zendesk’s own when nothing is known', () => {
        expect(statusOptions(undefined, 'open').map(({ status }) => status)).toEqual([
            'open',
            'pending',
            'hold',
            'solved'
        ]);
    });
});

describe('formatFault', () => {
    it.each([
        ['integer', '12', undefined],
        ['integer', '-3', undefined],
        ['integer', '1.5', 'whole'],
        ['integer', 'a', 'whole'],
        ['decimal', '1.5', undefined],
        ['decimal', '1,5', 'number'],
        ['partialcreditcard', '1234', undefined],
        ['partialcreditcard', 'XXXX XXXX XXXX 1234', undefined],
        ['partialcreditcard', '123', 'card'],
        ['partialcreditcard', '4111 1111 1111 1111', 'card'],
        ['text', 'x'.repeat(65535), undefined],
        ['textarea', 'x'.repeat(65536), 'long'],
        ['text', '', undefined]
    ])('judges %s %s', (type, text, fault) => {
        expect(formatFault(field('1', type), { key: '1', text })).toBe(fault);
    });

    it('reads the patterns of Ruby', () => {
        const version = field('1', 'regexp', { format: '\\A\\d+\\.\\d+\\z' });

        expect(formatFault(version, { key: '1', text: '1.2' })).toBeUndefined();
        expect(formatFault(version, { key: '1', text: 'v1.2' })).toBe('format');
    });

    it('leaves a pattern that only Ruby understands to Zendesk', () => {
        const odd = field('1', 'regexp', { format: '(?<a>x)\\g<a>(?i' });

        expect(formatFault(odd, { key: '1', text: 'anything' })).toBeUndefined();
    });
});

describe('isAllowedForBrand', () => {
    it('allows a form for its brands only', () => {
        const form = { isDefault: false, conditions: [], brandIds: ['7'] };

        expect(isAllowedForBrand(form, '7')).toBe(true);
        expect(isAllowedForBrand(form, '8')).toBe(false);
        expect(isAllowedForBrand(form, undefined)).toBe(true);
        expect(isAllowedForBrand({ ...form, brandIds: undefined }, '8')).toBe(true);
    });
});
