import removeOwn from '@salesforce/apex/ZendeskListPreferenceController.removeOwn';
import saveOwn from '@salesforce/apex/ZendeskListPreferenceController.saveOwn';
import ZendeskDefaultFilter from 'c/zendeskDefaultFilter';
import { find, findAll, mount, settle, textOf } from 'test/mount';
import { reported } from 'test/tickets';

jest.mock(
    '@salesforce/apex/ZendeskListPreferenceController.saveOwn',
    () => ({ __esModule: true, default: jest.fn() }),
    { virtual: true }
);
jest.mock(
    '@salesforce/apex/ZendeskListPreferenceController.removeOwn',
    () => ({ __esModule: true, default: jest.fn() }),
    { virtual: true }
);

const save = saveOwn as unknown as jest.Mock;
const remove = removeOwn as unknown as jest.Mock;
const done = jest.fn();

async function mountDefault(origin?: string): Promise<HTMLElement> {
    const element = mount<HTMLElement>('c-zendesk-default-filter', ZendeskDefaultFilter, {
        recordId: '001000000000001AAA',
        filter: { types: ['task'] },
        sort: '-created_at',
        origin
    });
    element.addEventListener('save', () => done('save'));
    element.addEventListener('reset', () => done('reset'));
    await settle();
    return element;
}

async function press(element: HTMLElement, selector: string): Promise<void> {
    find(element, selector).click();
    await settle();
}

describe('c-zendesk-default-filter', () => {
    it.each([
        ['org', 'c.Zendesk_Default_OfOrg'],
        ['page', 'c.Zendesk_Default_OfPage'],
        ['user', 'c.Zendesk_Default_Own']
    ])('says when the list begins with the default of the %s', async (origin, label) => {
        const element = await mountDefault(origin);

        expect(textOf(element)).toContain(label);
        await expect(element).toBeAccessible();
    });

    it('saves filter and order, and says so', async () => {
        save.mockResolvedValue(null);
        const element = await mountDefault();

        await press(element, '.save');

        expect(save).toHaveBeenCalledWith({
            recordId: '001000000000001AAA',
            filter: { types: ['task'] },
            sortBy: '-created_at'
        });
        expect(textOf(element)).toContain('c.Zendesk_Default_Saved');
        expect(done.mock.calls).toEqual([['save']]);
    });

    it('resets only what is the user’s own', async () => {
        remove.mockResolvedValue(null);
        expect(findAll(await mountDefault('org'), '.reset')).toHaveLength(0);
        const element = await mountDefault('user');
        const focused = jest.spyOn(HTMLElement.prototype, 'focus');

        await press(element, '.reset');

        expect(remove).toHaveBeenCalledWith({ recordId: '001000000000001AAA' });
        expect(done.mock.calls).toEqual([['reset']]);
        expect(focused.mock.contexts).toEqual([find(element, '.save')]);
    });

    it('says why it could not be saved', async () => {
        save.mockRejectedValue(reported('no_connection', 'Nobody answers.'));
        const element = await mountDefault();

        await press(element, '.save');

        expect(textOf(element)).toContain('Nobody answers.');
        expect(done).not.toHaveBeenCalled();
        await expect(element).toBeAccessible();
    });

    it('saves once when it is pressed twice', async () => {
        save.mockReturnValue(new Promise(() => undefined));
        const element = await mountDefault();

        await press(element, '.save');
        await press(element, '.save');

        expect(save).toHaveBeenCalledTimes(1);
    });
});
