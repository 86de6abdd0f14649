import { expect, test } from '@jest/globals';

import type { Project, Replacement } from '../files/project.ts';
import { replaceText } from '../files/replacements.ts';

function edit(
    replacement: Replacement,
    environment: Readonly<Record<string, string>>,
    file = '/p/force-app/a/A.xml'
): string {
    const project: Project = {
        root: '/p',
        packageDirectories: [],
        namespace: '',
        sourceApiVersion: '67.0',
        replacements: [replacement]
    };
    return replaceText(project, environment)(file, 'https://HOST.example/HOST');
}

const RULE = { glob: 'force-app/**/*.xml', stringToReplace: 'HOST', replaceWithEnv: 'HOST' };

test('every occurrence in the files of the glob takes the value of the variable', () => {
    expect(edit(RULE, { HOST: 'acme' })).toBe('https://acme.example/acme');
});

test('files outside the glob stay', () => {
    expect(edit(RULE, { HOST: 'acme' }, '/p/other/A.xml')).toContain('HOST');
});

test('one file can be named', () => {
    const { glob: _, ...rest } = RULE;
    const rule = { ...rest, filename: 'force-app/a/A.xml' };
    expect(edit(rule, { HOST: 'acme' })).toBe('https://acme.example/acme');
});

test('an unset variable leaves the text, or empties it where that is allowed', () => {
    expect(edit(RULE, {})).toBe('https://HOST.example/HOST');
    expect(edit({ ...RULE, allowUnsetEnvVariable: true }, {})).toBe('https://.example/');
});

test('a regular expression can stand for the text', () => {
    const rule = { glob: '**/*.xml', regexToReplace: 'HO.T', replaceWithEnv: 'HOST' };
    expect(edit(rule, { HOST: '$&' })).toBe('https://$&.example/$&');
});
