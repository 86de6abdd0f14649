import type { FieldValue } from '../../data/types.ts';
import type { LightningPage, ObjectAccess, UserContext } from '../orgClient.ts';
import { RecordReader } from '../uiapi/records.ts';
import type { FieldRepresentation, RecordRepresentation } from '../uiapi/records.ts';
import { designValues } from './componentProperties.ts';
import type { PageContext } from './pageModel.ts';
import type { PageTree } from './pageTree.ts';
import { pageTree } from './pageTree.ts';
import { expressionOf, isVisible } from './visibility.ts';

export interface PageTarget {
    readonly object: ObjectAccess;
    readonly recordId: string;
}

const TARGETS: Readonly<Record<LightningPage['type'], string>> = {
    RecordPage: 'lightning__RecordPage',
    HomePage: 'lightning__HomePage',
    AppPage: 'lightning__AppPage',
    other: 'lightning__AppPage'
};

/** The page as this user sees this record on this device. */
export async function layOutPage(
    page: LightningPage,
    target: PageTarget | null,
    context: PageContext
): Promise<PageTree> {
    const record = target ? await readForRules(page, target, context) : undefined;
    const lookup = (expression: string) => valueOf(expression, record, context);
    return pageTree(page, {
        isVisible: ({ visibility }) => isVisible(visibility, lookup),
        typedProperties(componentName, properties) {
            const module = context.modules.module(componentName.replace(':', '/'));
            const custom = module && componentName.startsWith('c:');
            return custom ? designValues(module, TARGETS[page.type], properties) : properties;
        }
    });
}

/** Reads the record fields that visibility rules name; none of them costs no query. */
async function readForRules(
    page: LightningPage,
    { object, recordId }: PageTarget,
    { org, user }: PageContext
): Promise<RecordRepresentation | undefined> {
    const expressions = page.regions
        .flatMap(({ items }) => items)
        .flatMap(({ visibility }) => visibility?.criteria ?? [])
        .map(({ leftValue }) => expressionOf(leftValue))
        .filter((expression) => expression.startsWith('Record.'));
    if (expressions.length === 0) return undefined;
    const fields = expressions.map((expression) => expression.slice('Record.'.length));
    const outcome = await new RecordReader(org, user).record(object, recordId, [], fields);
    return 'value' in outcome ? outcome.value : undefined;
}

function valueOf(
    expression: string,
    record: RecordRepresentation | undefined,
    { user, formFactor }: PageContext
): FieldValue | undefined {
    if (expression === '$Client.FormFactor') return formFactor;
    if (expression.startsWith('$User.')) return userValue(expression, user);
    if (!expression.startsWith('Record.') || !record) return undefined;
    return fieldValue(record, expression.slice('Record.'.length).split('.'));
}

function userValue(expression: string, user: UserContext): FieldValue | undefined {
    const values: Readonly<Record<string, FieldValue>> = {
        '$User.Id': user.id,
        '$User.Username': user.username,
        '$User.Title': user.title,
        '$User.Profile.Name': user.profileName
    };
    return values[expression];
}

function fieldValue(
    record: RecordRepresentation,
    [name = '', ...rest]: readonly string[]
): FieldValue | undefined {
    const field: FieldRepresentation | undefined = record.fields[name];
    if (!field) return undefined;
    const { value } = field;
    if (typeof value !== 'object' || value === null) return value;
    return fieldValue(value, rest);
}
