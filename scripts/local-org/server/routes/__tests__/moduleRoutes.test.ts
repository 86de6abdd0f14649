import { describe, expect, it } from '@jest/globals';
import { fakeOrg, FRENCH_USER_ID } from '../../__tests__/support/fakeOrg.ts';
import { jsonOf, tempProject, testApp } from '../../__tests__/support/testApp.ts';
import { moduleRoutes } from '../moduleRoutes.ts';

const COMPONENT = `
import { LightningElement } from 'lwc';
import TITLE from '@salesforce/label/c.Title';
import lang from '@salesforce/i18n/lang';
export default class Hello extends LightningElement { title = TITLE + lang; }
`;

function app(source: string, userId?: string) {
    const projectDir = tempProject({ 'src/lwc/hello/hello.js': source });
    const org = fakeOrg({ labels: { '@salesforce/label/c.Title': 'Tickets </script>' } });
    const created = testApp(moduleRoutes, { org, projectDir, ...(userId ? { userId } : {}) });
    created.services.modules.scan();
    return created;
}

describe('component modules', () => {
    it('serves a component for ever under the hash of its content', async () => {
        const created = app(COMPONENT);
        const hash = created.services.modules.module('c/hello')?.hash ?? '';
        const response = await created.send('GET', `/lwc/modules/${hash}/c/hello.js`);
        expect(String(response.body)).toContain(`from '@scoped/c/hello'`);
        expect(response.headers['cache-control']).toContain('immutable');
    });

    it('gives labels and the language of the asking user in the companion', async () => {
        const created = app(COMPONENT, FRENCH_USER_ID);
        const response = await created.send('GET', '/lwc/scoped/any/c/hello.js');
        expect(String(response.body)).toContain('label_c_Title = "Tickets </script>"');
        expect(String(response.body)).toContain('i18n_lang = "fr"');
        expect(response.headers['cache-control']).toContain('no-store');
    });

    it('tells file and line of a component that does not compile', async () => {
        const created = app(`import { LightningElement } from 'lwc';\nexport default class {`);
        const [problem] = jsonOf(
            await created.send('GET', '/lwc/problems/c/hello')
        ) as readonly object[];
        expect(problem).toMatchObject({ file: 'src/lwc/hello/hello.js', line: 2 });
    });

    it('answers 404 for a module that does not exist', async () => {
        expect((await app(COMPONENT).send('GET', '/lwc/modules/x/c/none.js')).status).toBe(404);
    });
});
