import getAgent from '@salesforce/apex/ZendeskAgentController.getAgent';
import getAuthorizationUrl from '@salesforce/apex/ZendeskAgentController.getAuthorizationUrl';
import ZendeskAgentLink from 'c/zendeskAgentLink';
import { find, mount, settle, textOf } from 'test/mount';

jest.mock(
    '@salesforce/apex/ZendeskAgentController.getAgent',
    () => ({ __esModule: true, default: jest.fn() }),
    { virtual: true }
);
jest.mock(
    '@salesforce/apex/ZendeskAgentController.getAuthorizationUrl',
    () => ({ __esModule: true, default: jest.fn() }),
    { virtual: true }
);

jest.mock('@salesforce/client/formFactor', () => ({ __esModule: true, default: 'Small' }), {
    virtual: true
});

const URL = 'https://acme.zendesk.com/oauth/authorizations/new?client_id=x';

describe('c-zendesk-agent-link on a phone', () => {
    it('says that it leaves the page, signs in there, and comes back to the record', async () => {
        (getAgent as unknown as jest.Mock).mockResolvedValue(null);
        (getAuthorizationUrl as unknown as jest.Mock).mockResolvedValue(URL);
        const opened = jest.spyOn(window, 'open').mockReturnValue(null);
        const element = mount<HTMLElement>('c-zendesk-agent-link', ZendeskAgentLink, {
            recordId: '001000000000001AAA'
        });
        await settle();
        expect(textOf(element)).toContain('c.Zendesk_Agent_LeavesPage');

        find(element, 'lightning-button').click();

        expect(getAuthorizationUrl).toHaveBeenCalledWith({ recordId: '001000000000001AAA' });
        expect(opened).toHaveBeenCalledWith(URL, '_self');
    });
});
