import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

import ignorePackage from 'ignore';

import type { Edit } from '../source.ts';
import type { Project, Replacement } from './project.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The text replacements of a project, as the Salesforce CLI makes them at a deployment. A variable
 * that is not set leaves the text as it is, unless the entry allows it to be empty.
 */
export function replaceText(project: Project, environment: Environment): Edit {
    const rules = project.replacements.flatMap((rule) => {
        const value = valueOf(rule, project, environment);
        return value === undefined ? [] : [{ rule, value, matches: matcher(rule) }];
    });
    return (file, text) => {
        const path = relative(project.root, file).split(sep).join('/');
        return rules
            .filter(({ matches }) => matches(path))
            .reduce((result, { rule, value }) => replace(result, rule, value), text);
    };
}

function valueOf(
    rule: Replacement,
    project: Project,
    environment: Environment
): string | undefined {
    if (rule.replaceWithFile !== undefined) {
        return readFileSync(join(project.root, rule.replaceWithFile), 'utf8');
    }
    const value = environment[rule.replaceWithEnv ?? ''];
    return value ?? (rule.allowUnsetEnvVariable ? '' : undefined);
}

function matcher({ filename, glob }: Replacement): (path: string) => boolean {
    if (glob === undefined) {
        return (path) => path === filename;
    }
    const rules = ignorePackage.default().add(glob);
    return (path) => !path.startsWith('..') && rules.ignores(path);
}

function replace(text: string, rule: Replacement, value: string): string {
    if (rule.stringToReplace !== undefined) {
        return text.replaceAll(rule.stringToReplace, () => value);
    }
    return text.replace(new RegExp(rule.regexToReplace ?? '(?!)', 'g'), () => value);
}
