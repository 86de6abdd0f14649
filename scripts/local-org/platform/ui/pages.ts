import type { ObjectSchema, Schema } from '../../data/schema/types.ts';
import type { SourceModel } from '../../metadata/model/model.ts';
import type {
    FormFactor,
    LightningApp,
    LightningPage,
    ListView,
    RecordPageModel
} from '../../server/orgClient.ts';
import { activePage } from '../pages/activation.ts';
import type { OrgState } from '../state/orgState.ts';
import type { SetupStore } from '../store/types.ts';
import { lightningApps } from './apps.ts';
import { visibleApps } from './appVisibility.ts';
import { pageLayout } from './layouts.ts';
import { lightningPage } from './lightningPage.ts';
import { listViewLabels, localizedObject, localizedText } from './localize.ts';
import { recordActions } from './recordActions.ts';
import { languageOf } from './sessions.ts';

export interface PageContext {
    readonly model: () => SourceModel;
    readonly schema: () => Schema;
    readonly state: OrgState;
    readonly rows: SetupStore;
}

/** What the shell draws pages from. */
export interface Pages {
    listApps(userId: string): readonly LightningApp[];
    /** An object that the org lacks is an error that names it. */
    recordPage(userId: string, objectApiName: string, formFactor: FormFactor): RecordPageModel;
    /** An object with its labels in the user's language; undefined when the org lacks it. */
    object(userId: string, objectApiName: string): ObjectSchema | undefined;
    /** The home page of the source; null for the standard one. */
    homePage(): LightningPage | null;
    listViews(userId: string, objectApiName: string): readonly ListView[];
}

export function createPages(context: PageContext): Pages {
    return {
        listApps: (userId) => {
            const { model, schema, rows } = context;
            const language = languageOf(userId, rows);
            const isVisible = visibleApps(userId, rows);
            return lightningApps({ model: model(), schema: schema(), language, isVisible });
        },
        recordPage: (userId, objectApiName, formFactor) =>
            recordPage(userId, objectApiName, formFactor, context),
        object(userId, objectApiName) {
            const object = context.schema().object(objectApiName);
            const language = languageOf(userId, context.rows);
            return object && localizedObject(object, language, context.model());
        },
        homePage() {
            const home = context
                .model()
                .list('FlexiPage')
                .find((page) => page.metadata.type === 'HomePage');
            return home ? lightningPage(home) : null;
        },
        listViews: (userId, objectApiName) => listViews(userId, objectApiName, context)
    };
}

/** Tablets show the page of the desktop, as in Salesforce. */
function recordPage(
    userId: string,
    objectApiName: string,
    formFactor: FormFactor,
    context: PageContext
): RecordPageModel {
    const model = context.model();
    const object = objectOf(objectApiName, context);
    const factor = formFactor === 'Small' ? 'Small' : 'Large';
    const active = activePage(object.name, factor, model, context.state);
    const page = active === null ? undefined : model.find('FlexiPage', active);
    const layout = pageLayout(object, model, context.schema());
    const language = languageOf(userId, context.rows);
    const localized = <T extends { readonly label: string }>(items: readonly T[]): readonly T[] =>
        items.map((item) => ({ ...item, label: localizedText(item.label, language) }));
    return {
        page: page ? lightningPage(page) : null,
        compactFields: layout.compactFields,
        layoutSections: localized(layout.sections),
        relatedLists: localized(layout.relatedLists),
        actions: recordActions(object.name, language, model)
    };
}

/** The list views that every object has. */
function listViews(
    userId: string,
    objectApiName: string,
    context: PageContext
): readonly ListView[] {
    const object = objectOf(objectApiName, context);
    const { listFields } = pageLayout(object, context.model(), context.schema());
    const language = languageOf(userId, context.rows);
    const { labelPlural } = localizedObject(object, language, context.model());
    const labels = listViewLabels(labelPlural, language);
    const all: ListView = {
        developerName: `All${object.name}`,
        label: labels.all,
        columns: listFields,
        where: ''
    };
    const owned = object.fields.some((field) => field.name === 'OwnerId');
    const mine: ListView = {
        developerName: `My${object.name}`,
        label: labels.mine,
        columns: listFields,
        where: `OwnerId = '${userId}'`
    };
    return owned ? [all, mine] : [all];
}

function objectOf(name: string, context: PageContext) {
    const object = context.schema().object(name);
    if (!object) {
        throw new Error(`The org has no object ${name}.`);
    }
    return object;
}
