import type { Schema } from '../../data/schema/types.ts';
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
import { lightningApps } from './apps.ts';
import { pageLayout } from './layouts.ts';
import { lightningPage } from './lightningPage.ts';
import { recordActions } from './recordActions.ts';

export interface PageContext {
    readonly model: () => SourceModel;
    readonly schema: () => Schema;
    readonly state: OrgState;
}

/** What the shell draws pages from. */
export interface Pages {
    listApps(): readonly LightningApp[];
    /** An object that the org lacks is an error that names it. */
    recordPage(objectApiName: string, formFactor: FormFactor): RecordPageModel;
    /** The home page of the source; null for the standard one. */
    homePage(): LightningPage | null;
    listViews(userId: string, objectApiName: string): readonly ListView[];
}

export function createPages(context: PageContext): Pages {
    return {
        listApps: () => lightningApps(context.model(), context.schema()),
        recordPage: (objectApiName, formFactor) => recordPage(objectApiName, formFactor, context),
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
    return {
        page: page ? lightningPage(page) : null,
        compactFields: layout.compactFields,
        layoutSections: layout.sections,
        relatedLists: layout.relatedLists,
        actions: recordActions(object.name, model)
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
    const all: ListView = {
        developerName: `All${object.name}`,
        label: `All ${object.labelPlural}`,
        columns: listFields,
        where: ''
    };
    const owned = object.fields.some((field) => field.name === 'OwnerId');
    const mine: ListView = {
        developerName: `My${object.name}`,
        label: `My ${object.labelPlural}`,
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
