import { CloseActionScreenEvent } from 'lightning/actions';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { RefreshEvent } from 'lightning/refresh';

import ZendeskNewTicketAction from 'c/zendeskNewTicketAction';
import { recentChanges } from 'c/zendeskOwnChanges';

import { find, findAll, mount, settle } from '../../../../../../config/jest/mount';

const EVENTS = ['lightning__actionsclosescreen', 'lightning__showtoast', 'lightning__refresh'];
const RECORD_ID = '001000000000001AAA';
const TICKET = {
    id: '35436',
    values: [
        { key: 'subject', text: 'Printer on fire' },
        { key: 'status', text: 'new' }
    ],
    people: []
};

const STATE = {
    canCreate: true,
    isHeld: false,
    isSaving: false,
    sentences: [],
    fields: [{ key: 'requester', title: 'Requester' }],
    isRepeated: false
};

jest.mock('c/zendeskTicketEditService', () => ({
    openNewTicket: () => new Promise(() => undefined)
}));

function open(properties: Readonly<Record<string, unknown>> = { recordId: RECORD_ID }) {
    const element = mount('c-zendesk-new-ticket-action', ZendeskNewTicketAction, properties);
    const heard: Event[] = [];
    for (const type of EVENTS) {
        element.addEventListener(type, (event) => heard.push(event));
    }
    return { element, heard };
}

function report(element: Element, isListed: boolean): void {
    const detail = { ticket: TICKET, comment: null, isListed };
    find(element, 'c-zendesk-new-ticket').dispatchEvent(new CustomEvent('created', { detail }));
}

describe('the record action for a new ticket', () => {
    beforeEach(() => sessionStorage.clear());

    it('waits until Salesforce has told the record', async () => {
        const { element } = open({});
        expect(findAll(element, 'c-zendesk-new-ticket')).toHaveLength(0);

        Object.assign(element, { recordId: RECORD_ID });
        await settle();

        expect(findAll(element, 'c-zendesk-new-ticket')).toHaveLength(1);
    });

    it('closes when the user gives up', () => {
        const { element, heard } = open();

        find(element, 'c-zendesk-new-ticket-footer').dispatchEvent(new CustomEvent('cancel'));

        expect(heard.map((event) => event.constructor)).toEqual([CloseActionScreenEvent]);
    });

    it('stays open while a ticket is on its way', () => {
        const { element, heard } = open();
        const state = { ...STATE, isSaving: true };
        find(element, 'c-zendesk-new-ticket').dispatchEvent(
            new CustomEvent('statechange', { detail: state })
        );

        find(element, 'c-zendesk-new-ticket-footer').dispatchEvent(new CustomEvent('cancel'));

        expect(heard).toEqual([]);
    });

    it('says so, refreshes the page and closes when the ticket is there', () => {
        const { element, heard } = open();

        report(element, true);

        expect(heard.map(({ constructor }) => constructor)).toEqual([
            ShowToastEvent,
            RefreshEvent,
            CloseActionScreenEvent
        ]);
    });

    it('lets the list show the ticket before Zendesk finds it', () => {
        const { element } = open();

        report(element, true);

        const changes = recentChanges(RECORD_ID, Date.now());
        expect(changes).toMatchObject([{ ticket: { id: '35436', status: 'new' } }]);
    });

    it('passes on what happens between the form and the footer of the modal', async () => {
        const { element } = open();
        const form = find<HTMLElement & Record<string, jest.Mock>>(element, 'c-zendesk-new-ticket');
        const footer = find(element, 'c-zendesk-new-ticket-footer');
        Object.assign(form, {
            create: jest.fn(),
            createAnother: jest.fn(),
            focusField: jest.fn()
        });
        footer.focus = jest.fn();

        form.dispatchEvent(new CustomEvent('statechange', { detail: { ...STATE } }));
        form.dispatchEvent(new CustomEvent('snag'));
        footer.dispatchEvent(new CustomEvent('create'));
        footer.dispatchEvent(new CustomEvent('createanother'));
        footer.dispatchEvent(new CustomEvent('choose', { detail: 'requester' }));
        await settle();

        expect(footer).toMatchObject({ state: STATE });
        expect(footer.focus).toHaveBeenCalledTimes(1);
        expect(form.create).toHaveBeenCalledTimes(1);
        expect(form.createAnother).toHaveBeenCalledTimes(1);
        expect(form.focusField).toHaveBeenCalledWith('requester');
    });

    it('is accessible', async () => {
        const { element } = open();

        await expect(element).toBeAccessible();
    });
});
