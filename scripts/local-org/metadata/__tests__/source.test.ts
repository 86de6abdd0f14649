import { afterEach, describe, expect, test } from '@jest/globals';

import { describeProblem } from '../problems.ts';
import { readSource } from '../source.ts';
import { makeTree, type Tree, xml } from './tree.ts';

let tree: Tree;

afterEach(() => tree.dispose());

function read(files: Readonly<Record<string, string>>): ReturnType<typeof readSource> {
    tree = makeTree(files);
    return readSource([tree.root]);
}

function labels(...entries: readonly (readonly [string, string])[]): string {
    const body = entries.map(
        ([name, value]) => `<labels><fullName>${name}</fullName><language>en_US</language>
            <protected>true</protected><shortDescription>${name}</shortDescription>
            <value>${value}</value></labels>`
    );
    return xml('CustomLabels', body.join('\n'));
}

const CLASS_META = xml('ApexClass', '<apiVersion>67.0</apiVersion><status>Active</status>');

describe('reading', () => {
    test('features as folders, at any nesting, add up to one model', () => {
        const { model } = read({
            'core/classes/client/Http.cls': 'public class Http {}',
            'core/classes/client/Http.cls-meta.xml': CLASS_META,
            'tickets/classes/Ticket.cls': 'public class Ticket {}',
            'tickets/classes/Ticket.cls-meta.xml': CLASS_META
        });
        expect(model.list('ApexClass').map((c) => c.fullName)).toEqual(['Http', 'Ticket']);
        expect(model.find('ApexClass', 'TICKET')?.contents).toEqual([
            `${tree.root}/tickets/classes/Ticket.cls`
        ]);
        expect(model.find('ApexClass', 'Http')?.metadata.apiVersion).toBe(67);
    });

    test('repeated elements are arrays even when absent, booleans and numbers are typed', () => {
        const { model } = read({
            'p/A.permissionset-meta.xml': xml(
                'PermissionSet',
                `<label>A</label><classAccesses><apexClass>Http</apexClass><enabled>true</enabled>
                </classAccesses>`
            )
        });
        const { metadata } = model.find('PermissionSet', 'A') ?? {};
        expect(metadata?.classAccesses).toEqual([{ apexClass: 'Http', enabled: true }]);
        expect(metadata?.objectPermissions).toEqual([]);
    });

    test('a .forceignore of the project leaves files out', () => {
        const { model } = read({
            'sfdx-project.json': '{}',
            '.forceignore': '**/skip/**\n',
            'skip/A.cls-meta.xml': CLASS_META
        });
        expect(model.components).toEqual([]);
    });

    test('tests of a component are no part of its bundle', () => {
        const { model } = read({
            'lwc/ticket/ticket.js-meta.xml': xml('LightningComponentBundle', ''),
            'lwc/ticket/ticket.html': '<template></template>',
            'lwc/ticket/__tests__/ticket.test.ts': ''
        });
        expect(model.lightningComponents.get('ticket')?.files).toEqual([
            `${tree.root}/lwc/ticket/ticket.html`
        ]);
    });

    test('a static resource may be one file or a folder', () => {
        const meta = xml(
            'StaticResource',
            '<cacheControl>Public</cacheControl><contentType>text/css</contentType>'
        );
        const { model } = read({
            'staticresources/one.resource-meta.xml': meta,
            'staticresources/one.css': 'a{}',
            'staticresources/many.resource-meta.xml': meta,
            'staticresources/many/css/a.css': 'a{}',
            'staticresources/many/b.css': 'b{}'
        });
        expect(model.problems).toEqual([]);
        expect(model.find('StaticResource', 'one')?.contents).toHaveLength(1);
        expect(model.find('StaticResource', 'many')?.contents).toHaveLength(2);
    });

    test('names are percent-decoded, and a byte order mark is no fault', () => {
        const profile = xml('Profile', '<custom>true</custom>');
        const { model } = read({
            'Custom%3A Sales Profile.profile-meta.xml': `\uFEFF${profile}`,
            '100% Sure.profile-meta.xml': profile
        });
        expect(model.problems).toEqual([]);
        expect(model.list('Profile').map((one) => one.fullName)).toEqual([
            '100% Sure',
            'Custom: Sales Profile'
        ]);
    });

    test('a folder that does not exist is an error that names it', () => {
        tree = makeTree({});
        expect(() => readSource([`${tree.root}/nowhere`])).toThrow(/nowhere does not exist/);
    });
});

describe('faults', () => {
    const problemsOf = (file: string, text: string): string[] =>
        read({ [file]: text }).model.problems.map((p) =>
            describeProblem({ ...p, file: p.file.slice(tree.root.length + 1) })
        );

    test('malformed XML names file and line', () => {
        expect(problemsOf('A.tab-meta.xml', '<CustomTab>\n<label></CustomTab>')).toEqual([
            expect.stringMatching(/^A\.tab-meta\.xml:2: Expected closing tag 'label'/)
        ]);
    });

    test('an unknown element names itself, its place and its line', () => {
        const text = xml('LightningComponentBundle', '\n<isExposd>true</isExposd>');
        expect(problemsOf('lwc/a/a.js-meta.xml', text)).toEqual([
            'lwc/a/a.js-meta.xml:4: Element isExposd invalid at this location in type ' +
                'LightningComponentBundle (at LightningComponentBundle.isExposd)'
        ]);
    });

    test('a value outside its enumeration is refused', () => {
        const text = xml('CustomField', '<fullName>A__c</fullName><type>Texxt</type>');
        expect(problemsOf('objects/Account/fields/A__c.field-meta.xml', text)).toEqual([
            expect.stringContaining("'Texxt' is not a valid value for the enum 'FieldType'")
        ]);
    });

    test('a boolean that is none is refused', () => {
        const text = xml('CustomField', '<fullName>A__c</fullName><unique>yes</unique>');
        expect(problemsOf('objects/Account/fields/A__c.field-meta.xml', text)).toEqual([
            expect.stringContaining("'yes' is not a valid value for the type xsd:boolean")
        ]);
    });

    test('a root element of another type is refused', () => {
        expect(problemsOf('A.tab-meta.xml', xml('CustomLabels', ''))).toEqual([
            expect.stringContaining('The file must hold a CustomTab, not a CustomLabels')
        ]);
    });

    test('a type that the local org lacks is a warning, and other files are read', () => {
        const { model } = read({
            'A.flow-meta.xml': xml('Flow', ''),
            'a/a.js-meta.xml': xml('LightningComponentBundle', '')
        });
        expect(model.problems.map((p) => p.severity)).toEqual(['warning']);
        expect(model.components).toHaveLength(1);
    });

    test('a class without its code, and a name used twice, are errors', () => {
        const { model } = read({
            'a/A.cls-meta.xml': CLASS_META,
            'a/A.cls': '',
            'b/A.cls-meta.xml': CLASS_META
        });
        expect(model.problems.map((p) => p.message)).toEqual([
            expect.stringMatching(/^Also defined in .*a\/A\.cls-meta\.xml$/),
            'The ApexClass has no content file beside it'
        ]);
    });

    test('code without its -meta.xml is an error, whatever lies in a bundle is not', () => {
        const { model } = read({ 'A.cls': 'class A {}', 'lwc/b/b.js': '', 'readme.txt': '' });
        expect(model.problems.map((p) => p.file)).toEqual([`${tree.root}/A.cls`]);
    });

    test('a label defined in two files is an error', () => {
        const { model } = read({
            'a/a.labels-meta.xml': labels(['One', '1']),
            'b/b.labels-meta.xml': labels(['one', '2'])
        });
        expect(model.problems.map((p) => p.message)).toEqual([
            expect.stringContaining('The label one is also defined in')
        ]);
    });
});

describe('refreshing', () => {
    test('an edited label shows, and the change names its file', () => {
        const source = read({ 'a.labels-meta.xml': labels(['One', 'first']) });
        tree.write({ 'a.labels-meta.xml': labels(['One', 'second!']) });
        expect(source.refresh()).toEqual([
            { kind: 'changed', file: `${tree.root}/a.labels-meta.xml` }
        ]);
        expect(source.model.label('One', 'en_US')).toBe('second!');
    });

    test('added and removed files are told, code files too', () => {
        const source = read({ 'A.cls': 'class A {}', 'A.cls-meta.xml': CLASS_META });
        tree.remove('A.cls');
        tree.write({ 'lwc/b/b.html': '' });
        expect(source.refresh().map((change) => change.kind)).toEqual(['removed', 'added']);
    });

    test('nothing changed: no changes, and the same model', () => {
        const source = read({ 'A.cls': 'class A {}', 'A.cls-meta.xml': CLASS_META });
        const before = source.model;
        expect(source.refresh()).toEqual([]);
        expect(source.model).toBe(before);
    });
});

describe('labels', () => {
    const files = {
        'a/a.labels-meta.xml': labels(['One', 'It&apos;s &quot;one&quot; &amp; more']),
        'b/b.labels-meta.xml': labels(['Two', 'two']),
        't/fr.translation-meta.xml': xml(
            'Translations',
            `<customLabels><label>un</label><name>One</name></customLabels>
             <customLabels><label></label><name>Two</name></customLabels>`
        )
    };

    test('several files merge, entities are text', () => {
        const { model } = read(files);
        expect(model.label('one', 'en_US')).toBe('It\'s "one" & more');
        expect(model.label('Two', 'en_US')).toBe('two');
    });

    test.each([
        ['fr', 'un'],
        ['fr_CA', 'un'],
        ['de', 'It\'s "one" & more']
    ])('in %s a label reads %s', (language, text) => {
        expect(read(files).model.label('One', language)).toBe(text);
    });

    test('an empty translation leaves the master text', () => {
        expect(read(files).model.label('Two', 'fr')).toBe('two');
    });

    test('an unknown label is undefined', () => {
        expect(read(files).model.label('Three', 'fr')).toBeUndefined();
    });
});
