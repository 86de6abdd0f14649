import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { tempProject, testStore, writeFiles } from '../../__tests__/support/testApp.ts';
import type { CompileOutcome, ModuleStore } from '../moduleStore.ts';

const LIST = `
import { LightningElement, api, wire } from 'lwc';
import load from '@salesforce/apex/Tickets.load';
import { sum } from './helper';
import type { Row } from 'c/rows';
export default class List extends LightningElement {
    @api recordId!: string;
    @wire(load, { recordId: '$recordId' }) rows: Row[] | undefined;
    total: number = sum(1, 2);
}`;

const FILES = {
    'src/feature/lwc/list/list.ts': LIST,
    'src/feature/lwc/list/list.html':
        '<template><c-item></c-item><lightning-button></lightning-button></template>',
    'src/feature/lwc/list/list.css': ':host { display: block; }',
    'src/feature/lwc/list/helper.ts': 'export const sum = (a: number, b: number): number => a + b;',
    'src/feature/lwc/list/__tests__/list.test.ts': 'not a component',
    'src/other/lwc/item/item.html': '<template>Item</template>',
    'src/other/lwc/styles/styles.css': '.a { color: red; }'
};

async function compile(store: ModuleStore, specifier: string): Promise<CompileOutcome> {
    const module = store.scan().get(specifier);
    if (!module) throw new Error(`No module ${specifier}`);
    return store.compile(module);
}

async function codeOf(store: ModuleStore, specifier: string): Promise<string> {
    const outcome = await compile(store, specifier);
    if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems));
    return outcome.compiled.code;
}

async function problemsOf(files: Readonly<Record<string, string>>, specifier: string) {
    const store = testStore(tempProject(files));
    store.scan();
    return (await store.graph([specifier])).problems;
}

describe('ModuleStore', () => {
    it('finds components in every lwc folder below the sources', () => {
        const store = testStore(tempProject(FILES));
        expect([...store.scan().keys()]).toEqual(['c/list', 'c/item', 'c/styles']);
    });

    it('compiles TypeScript with template, style and helper into one module', async () => {
        const outcome = await compile(testStore(tempProject(FILES)), 'c/list');
        expect(outcome).toMatchObject({
            compiled: {
                imports: expect.arrayContaining(['lwc', 'c/item', 'lightning/button']),
                scoped: { apex_Tickets_load: '@salesforce/apex/Tickets.load' }
            }
        });
    });

    it('keeps public properties and wires', async () => {
        const code = await codeOf(testStore(tempProject(FILES)), 'c/list');
        expect(code).toContain('recordId');
        expect(code).toContain('registerDecorators');
    });

    it('completes a component that is a template alone', async () => {
        expect(await codeOf(testStore(tempProject(FILES)), 'c/item')).toContain('LightningElement');
    });

    it('follows the imports of a component', async () => {
        const store = testStore(tempProject(FILES));
        store.scan();
        expect((await store.graph(['c/list'])).specifiers).toEqual(['c/list', 'c/item']);
    });

    it('sees an edit at the next scan', async () => {
        const dir = tempProject(FILES);
        const store = testStore(dir);
        const before = store.scan().get('c/item')?.hash;
        writeFiles(dir, { 'src/other/lwc/item/item.html': '<template>Changed item</template>' });
        expect(await codeOf(store, 'c/item')).toContain('Changed item');
        expect(store.module('c/item')?.hash).not.toBe(before);
    });

    it('sees that a component is gone', () => {
        const dir = tempProject(FILES);
        const store = testStore(dir);
        store.scan();
        rmSync(join(dir, 'src/other'), { recursive: true });
        expect(store.scan().has('c/item')).toBe(false);
    });

    it('reads a compiled component from the cache of an earlier run', async () => {
        const dir = tempProject(FILES);
        const first = await codeOf(testStore(dir), 'c/item');
        expect(await codeOf(testStore(dir), 'c/item')).toBe(first);
    });

    it('names the line in the TypeScript, not in the JavaScript made of it', async () => {
        const source = [
            `import { LightningElement, api, track } from 'lwc';`,
            `interface Wide {`,
            `    readonly name: string;`,
            `}`,
            `export default class Bad extends LightningElement {`,
            `    @api @track rows: Wide[] = [];`,
            `}`
        ];
        const problems = await problemsOf({ 'src/lwc/bad/bad.ts': source.join('\n') }, 'c/bad');
        expect(problems).toMatchObject([{ file: 'src/lwc/bad/bad.ts', line: 6 }]);
    });

    it('names the line of a mistake in a template', async () => {
        const html = '<template>\n<p>{call()}</p>\n</template>';
        const problems = await problemsOf({ 'src/lwc/bad/bad.html': html }, 'c/bad');
        expect(problems).toMatchObject([{ file: 'src/lwc/bad/bad.html', line: 2 }]);
    });

    it('names a module that the local org does not offer', async () => {
        const source = `import { LightningElement } from 'lwc';
import { gql } from 'lightning/graphql';
export default class Bad extends LightningElement { q = gql; }`;
        const [problem] = await problemsOf({ 'src/lwc/bad/bad.js': source }, 'c/bad');
        expect(problem).toMatchObject({ file: 'src/lwc/bad/bad.js', line: 2 });
        expect(problem?.message).toContain('lightning/graphql is not offered');
    });

    it('names a tag whose component does not exist', async () => {
        const html = '<template>\n<c-missing-thing></c-missing-thing>\n</template>';
        const [problem] = await problemsOf({ 'src/lwc/bad/bad.html': html }, 'c/bad');
        expect(problem).toMatchObject({ file: 'src/lwc/bad/bad.html', line: 2 });
        expect(problem?.message).toContain('c/missingThing');
    });

    it('reports the mistakes of components further down', async () => {
        const files = {
            'src/lwc/top/top.html': '<template><c-bottom></c-bottom></template>',
            'src/lwc/bottom/bottom.html': '<template>{oops()}</template>'
        };
        expect(await problemsOf(files, 'c/top')).toMatchObject([
            { file: 'src/lwc/bottom/bottom.html' }
        ]);
    });
});
