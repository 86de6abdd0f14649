import type { FormFactor, LightningApp, OrgUser, PageModel, UserContext } from './types.ts';

interface Boot {
    readonly user: UserContext;
    readonly users: readonly OrgUser[];
    readonly apps: readonly LightningApp[];
    readonly csrfToken: string;
    readonly formFactor: FormFactor;
    readonly apiVersion: string;
    readonly page: PageModel;
}

/** What the server put into the page: who is here, the apps, the first page. */
export const session: Boot = JSON.parse(document.getElementById('boot')?.textContent ?? '{}');

export const isPhone: boolean = session.formFactor === 'Small';

/** `fr_FR` -> `fr-FR`. */
export const locale: string = session.user.locale.replace('_', '-');
