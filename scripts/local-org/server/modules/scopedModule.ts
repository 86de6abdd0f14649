import { existsSync, readFileSync } from 'node:fs';
import { frenchBaseLabels } from '../../shell/labels/frenchBaseLabels.ts';
import type { OrgClient, UserContext } from '../orgClient.ts';
import { basePackageDir } from './baseBundle.ts';
import { packageValueFile } from './baseModules.ts';
import { i18nValues } from './i18n.ts';

export interface ScopedContext {
    readonly org: OrgClient;
    readonly user: UserContext;
    readonly formFactor: string;
}

const FROM_ORG =
    /^@salesforce\/(label|customPermission|userPermission|resourceUrl|contentAssetUrl)\//;
/** Salesforce's own labels have sections; those of the org have a namespace prefix. */
const BASE_LABEL =
    /^@salesforce\/label\/(Lightning\w*|Duration|Global_Entity|LWCFileUpload|AddressAutocomplete)\./;

/** Source of a companion module: the values of a bundle's scoped imports for one user. */
export async function scopedModule(
    scoped: Readonly<Record<string, string>>,
    context: ScopedContext
): Promise<string> {
    const names = Object.values(scoped).filter((s) => FROM_ORG.test(s) && !BASE_LABEL.test(s));
    const fromOrg = names.length > 0 ? await context.org.scopedValues(context.user.id, names) : {};
    const lines = Object.entries(scoped).map(
        ([name, specifier]) => `export const ${name} = ${valueOf(specifier, fromOrg, context)};`
    );
    const usesApex = Object.values(scoped).some((s) => s.startsWith('@salesforce/apex/'));
    const head = usesApex ? `import { apexMethod } from 'shell/apex';\n` : '';
    return head + lines.join('\n');
}

/** A JavaScript expression. A value that can't be had throws where the module is evaluated. */
function valueOf(
    specifier: string,
    fromOrg: Readonly<Record<string, string | boolean | null>>,
    context: ScopedContext
): string {
    if (BASE_LABEL.test(specifier)) return literal(baseLabel(specifier, context.user.language));
    if (FROM_ORG.test(specifier)) return orgValue(specifier, fromOrg);
    const [, kind = '', name = ''] = /^@salesforce\/(\w+)\/(.+)$/.exec(specifier) ?? [];
    switch (kind) {
        case 'apex':
            return apexImport(name);
        case 'schema':
            return literal(schemaToken(name));
        case 'i18n':
            return knownValue(specifier, i18nValues(context.user)[name]);
        case 'user':
            return knownValue(specifier, { Id: context.user.id, isGuest: false }[name]);
        case 'client':
            return knownValue(specifier, { formFactor: context.formFactor }[name]);
        case 'messageChannel':
            return literal({ name });
        case 'internal':
            return literal(name === 'core.securePort' ? '443' : '');
        default:
            return thrown(`The module ${specifier} is not offered by the local org`);
    }
}

function orgValue(
    specifier: string,
    fromOrg: Readonly<Record<string, string | boolean | null>>
): string {
    if (specifier in fromOrg) return literal(fromOrg[specifier] ?? undefined);
    const permission = /\/(customPermission|userPermission)\//.test(specifier);
    return permission ? 'undefined' : thrown(`${specifier} names nothing in this org`);
}

/** `Class.method` or `namespace.Class.method`. */
function apexImport(name: string): string {
    const parts = name.split('.');
    const [method, className, namespace] = parts.reverse();
    return `apexMethod(${[namespace ?? '', className ?? '', method ?? ''].map(literal).join(', ')})`;
}

/** `Contact.Account.Name` -> the field path on the object; `Account` -> the object alone. */
function schemaToken(name: string): Readonly<Record<string, string>> {
    const [objectApiName = '', ...fields] = name.split('.');
    return fields.length > 0
        ? { fieldApiName: fields.join('.'), objectApiName }
        : { objectApiName };
}

function knownValue(specifier: string, value: unknown): string {
    return value === undefined
        ? thrown(`The module ${specifier} is not offered by the local org`)
        : literal(value);
}

function baseLabel(specifier: string, language: string): string {
    const key = specifier.replace('@salesforce/label/', '');
    const translated = language.startsWith('fr') ? frenchBaseLabels[key] : undefined;
    return translated ?? englishBaseLabel(specifier);
}

function englishBaseLabel(specifier: string): string {
    const file = packageValueFile(basePackageDir(), specifier);
    const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
    const [, value] = /export default ("(?:[^"\\]|\\.)*")/.exec(text) ?? [];
    return value ? JSON.parse(value) : specifier;
}

function literal(value: unknown): string {
    return value === undefined ? 'undefined' : JSON.stringify(value);
}

function thrown(message: string): string {
    return `(() => { throw new Error(${JSON.stringify(message)}); })()`;
}
