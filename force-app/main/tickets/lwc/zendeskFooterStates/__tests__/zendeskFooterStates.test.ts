import { footerOf, NO_FORM } from 'c/zendeskFooterStates';
import { startEditing } from 'c/zendeskTicketEditing';
import { layoutOf } from 'test/tickets';

const form = { isBarred: false, isUploading: false, isSaving: false, otherProblems: [] };
const editing = startEditing(undefined, layoutOf([]));

describe('footerOf', () => {
    it('offers nothing to send before there is a form, and to whom may create nothing', () => {
        expect(footerOf(form)).toEqual(NO_FORM);
        expect(footerOf({ ...form, editing, isBarred: true }).canCreate).toBe(false);
        expect(footerOf({ ...form, editing }).canCreate).toBe(true);
    });

    it('says what went wrong, and whether the ticket may be there already', () => {
        const shownProblem = { code: 'repeated_request', message: 'Look.' };

        expect(footerOf({ ...form, editing, shownProblem, otherProblems: ['Odd.'] })).toMatchObject(
            {
                sentences: ['Look.', 'Odd.'],
                isRepeated: true
            }
        );
    });

    it('names the fields at fault', () => {
        const problems = new Map([['description', 'Complete this field.']]);

        expect(footerOf({ ...form, editing: { ...editing, problems } }).fields).toMatchObject([
            { key: 'description' }
        ]);
    });
});
