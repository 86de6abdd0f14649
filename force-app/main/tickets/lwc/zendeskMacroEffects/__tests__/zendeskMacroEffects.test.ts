import { startEditing, withDraftPart } from 'c/zendeskTicketEditing';
import { describeValues, withMacro } from 'c/zendeskMacroEffects';
import { field, layoutOf, ticketOf } from 'test/tickets';

import type { Editing } from 'c/zendeskTicketEditing';

const layout = layoutOf([
    field('3', 'tagger', {
        title: 'Product',
        isRequiredToSolve: true,
        options: [{ value: 'maps_atlas', label: 'Maps::Atlas' }]
    })
]);
const ticket = ticketOf();

function start(): Editing {
    return startEditing(ticket, layout);
}

describe('withMacro', () => {
    const macro = {
        id: '9',
        values: [
            { key: 'status', text: 'pending' },
            { key: 'priority', text: 'urgent' }
        ],
        commentHtml: '<p>Which build?</p>',
        isCommentPublic: false
    };

    it('writes after what is written, and changes what the macro changes', () => {
        const { draft } = withMacro(withDraftPart(start(), { html: '<p>Hello</p>' }), macro);

        expect(draft.html).toBe('<p>Hello</p><p>Which build?</p>');
        expect(draft.isPublic).toBe(false);
        expect(draft.status).toEqual({ status: 'pending' });
        expect(draft.values).toMatchObject([{ key: 'priority', text: 'urgent' }]);
        expect(draft.macroIds).toEqual(['9']);
    });

    it('leaves the empty paragraphs of an editor behind', () => {
        const { draft } = withMacro(withDraftPart(start(), { html: '<p><br></p>' }), macro);

        expect(draft.html).toBe('<p>Which build?</p>');
    });

    it('keeps group and assignee together', () => {
        const values = [
            { key: 'assignee_id', text: '61' },
            { key: 'group_id', text: '51' }
        ];

        expect(withMacro(start(), { id: '9', values }).draft.values).toMatchObject(values);
    });
});

describe('describeValues', () => {
    it('puts values into the words of the form', () => {
        const [described] = describeValues(start(), [{ key: '3', text: 'maps_atlas' }]);

        expect(described).toMatchObject({ title: 'Product', display: 'Maps › Atlas' });
    });

    it('leaves out what is so already', () => {
        const values = [
            { key: 'subject', text: 'Printer on fire' },
            { key: '3', text: 'maps_atlas' }
        ];

        expect(describeValues(start(), values).map(({ key }) => key)).toEqual(['3']);
    });
});
