import type { SourceModel } from '../../metadata/model/model.ts';
import { type Collection, collection } from '../state/collection.ts';
import type { OrgState } from '../state/orgState.ts';

export type FormFactor = 'Large' | 'Small';

/** Which Lightning page the records of an object open with, as the org's default. */
export interface PageActivation {
    readonly objectName: string;
    readonly formFactor: FormFactor;
    /** Developer name of the FlexiPage. */
    readonly page: string;
}

/**
 * Activates a record page as the org default, as an administrator does in the Lightning App Builder.
 * Only a record page of that object can be activated.
 */
export function activatePage(
    activation: PageActivation,
    model: SourceModel,
    state: OrgState
): void {
    const page = model.find('FlexiPage', activation.page)?.metadata;
    if (!page) {
        throw new Error(`There is no Lightning page ${activation.page}.`);
    }
    if (page.type !== 'RecordPage' || page.sobjectType !== activation.objectName) {
        throw new Error(`${activation.page} is no record page of ${activation.objectName}.`);
    }
    activations(state).set(keyOf(activation.objectName, activation.formFactor), activation);
}

/** The standard page again. */
export function deactivatePage(objectName: string, formFactor: FormFactor, state: OrgState): void {
    activations(state).remove(keyOf(objectName, formFactor));
}

/**
 * The developer name of the page in force: what an administrator activated, else what the object's
 * own action overrides bring; null for the standard page.
 */
export function activePage(
    objectName: string,
    formFactor: FormFactor,
    model: SourceModel,
    state: OrgState
): string | null {
    const activated = activations(state).get(keyOf(objectName, formFactor));
    const override = model.objects
        .get(objectName)
        ?.definition?.actionOverrides.find(
            (one) =>
                one.actionName === 'View' &&
                one.type === 'Flexipage' &&
                one.formFactor === formFactor
        );
    return activated?.page ?? override?.content ?? null;
}

function activations(state: OrgState): Collection<PageActivation> {
    return collection<PageActivation>(state, 'pageActivations');
}

function keyOf(objectName: string, formFactor: FormFactor): string {
    return `${objectName}/${formFactor}`;
}
