import { describe, expect, it } from '@jest/globals';
import { fakeOrg } from '../../__tests__/support/fakeOrg.ts';
import { tempProject, testApp } from '../../__tests__/support/testApp.ts';
import type { VisualforcePage } from '../../orgClient.ts';
import { visualforceRoutes } from '../visualforceRoutes.ts';

const PAGE: VisualforcePage = {
    file: 'Tickets.page',
    markup: `<apex:page standardController="Account">
        <apex:includeLightning/>
        <div id="here"></div>
        <script>$Lightning.use('c:ticketOut', function () {});</script>
    </apex:page>`,
    components: {},
    outApps: { 'c:ticketOut': ['c:tickets'], 'c:otherOut': ['c:missing'] }
};

const component = (imports: string) =>
    `import { LightningElement } from 'lwc';\n${imports}\nexport default class extends LightningElement {}`;

interface Given {
    readonly page?: VisualforcePage | undefined;
    readonly imports?: string;
    readonly path?: string;
}

function open({ page = PAGE, imports = '', path = '/apex/Tickets' }: Given = {}) {
    const org = { ...fakeOrg(), visualforcePage: async () => page };
    const projectDir = tempProject({
        'src/lwc/tickets/tickets.js': component(imports)
    });
    return testApp(visualforceRoutes, { org, projectDir }).send('GET', path);
}

describe('a Visualforce page with Lightning components', () => {
    it('does not exist for a user who may not open it', async () => {
        const org = { ...fakeOrg(), visualforcePage: async () => undefined };
        const response = await testApp(visualforceRoutes, { org }).send('GET', '/apex/Tickets');
        expect(response.status).toBe(404);
    });

    it('names the component that needs a module which Visualforce pages do not offer', async () => {
        const response = await open({ imports: "import 'lightning/navigation';" });
        expect(response.status).toBe(500);
        expect(response.body).toContain(
            'imports lightning/navigation, which Visualforce pages do not offer'
        );
    });

    it('refuses the record of another object than its standard controller', async () => {
        const response = await open({ path: '/apex/Tickets?id=003000000000001AAA' });
        expect(response.body).toContain('is not valid for the Account standard controller');
    });

    it('names a tag that is not supported', async () => {
        const page = { ...PAGE, markup: '<apex:page><apex:form></apex:form></apex:page>' };
        const response = await open({ page });
        expect(response.status).toBe(500);
        expect(response.body).toContain('&lt;apex:form&gt;');
    });
});
