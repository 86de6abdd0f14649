import type {
    FormFactor,
    LightningPage,
    ListView,
    OrgClient,
    RecordPageModel,
    UserContext
} from '../orgClient.ts';
import type { ModuleStore } from '../modules/moduleStore.ts';
import { matchPath } from '../http/router.ts';
import { isApiName, isRecordId, toLongId } from '../uiapi/identifiers.ts';
import type { ObjectInfo } from '../uiapi/objectInfo.ts';
import { objectInfo } from '../uiapi/objectInfo.ts';
import { layOutPage } from './layOutPage.ts';
import type { PageTree } from './pageTree.ts';
import { STANDARD_RECORD_PAGE } from './standardPage.ts';

/** What the browser shows for a Lightning URL. */
export type PageModel =
    | { readonly kind: 'home'; readonly tree: PageTree | null }
    | {
          readonly kind: 'record';
          readonly recordId: string;
          readonly object: ObjectInfo;
          readonly tree: PageTree;
          readonly model: Omit<RecordPageModel, 'page'>;
      }
    | {
          readonly kind: 'list';
          readonly object: ObjectInfo;
          readonly views: readonly ListView[];
          readonly viewName: string;
      }
    | {
          readonly kind: 'page';
          readonly label: string;
          readonly name: string;
          readonly tree: PageTree;
      }
    | { readonly kind: 'component'; readonly component: string }
    | { readonly kind: 'setup'; readonly section: string; readonly rest: string }
    | { readonly kind: 'missing' };

export interface PageContext {
    readonly org: OrgClient;
    readonly modules: ModuleStore;
    readonly user: UserContext;
    readonly formFactor: FormFactor;
    readonly query: URLSearchParams;
}

const MISSING: PageModel = { kind: 'missing' };

type Builder = (
    params: Readonly<Record<string, string>>,
    context: PageContext
) => Promise<PageModel>;

const PAGES: readonly (readonly [string, Builder])[] = [
    ['/lightning/page/home', home],
    ['/lightning/r/{object}/{id}/view', record],
    ['/lightning/r/{id}/view', record],
    ['/lightning/o/{object}/home', list],
    ['/lightning/o/{object}/list', list],
    ['/lightning/n/{tab}', tab],
    ['/lightning/cmp/{component}', component],
    ['/lightning/setup/{section}/{rest*}', setup]
];

/** Finds what a path stands for. Ids and names in it are checked before anything is asked. */
export async function pageModel(path: string, context: PageContext): Promise<PageModel> {
    for (const [pattern, build] of PAGES) {
        const params = matchPath(pattern, path);
        if (params) return build(params, context);
    }
    return MISSING;
}

async function home(_: unknown, context: PageContext): Promise<PageModel> {
    const page = await context.org.homePage(context.user.id);
    return { kind: 'home', tree: page && (await layOutPage(page, null, context)) };
}

async function record(
    params: Readonly<Record<string, string>>,
    context: PageContext
): Promise<PageModel> {
    const { org, user, formFactor } = context;
    const id = params['id'] ?? '';
    if (!isRecordId(id)) return MISSING;
    const name = await org.objectOfKeyPrefix(id.slice(0, 3));
    const access = name === undefined ? undefined : await org.describeObject(user.id, name);
    if (!access) return MISSING;
    const { page, ...model } = await org.recordPage(user.id, access.schema.name, formFactor);
    const recordId = toLongId(id);
    const target = { object: access, recordId };
    const tree = await layOutPage(page ?? STANDARD_RECORD_PAGE, target, context);
    return { kind: 'record', recordId, object: objectInfo(access), tree, model };
}

async function list(
    params: Readonly<Record<string, string>>,
    { org, user, query }: PageContext
): Promise<PageModel> {
    const name = params['object'] ?? '';
    const access = isApiName(name) ? await org.describeObject(user.id, name) : undefined;
    if (!access) return MISSING;
    const views = await org.listViews(user.id, access.schema.name);
    const wanted = query.get('filterName') ?? '';
    const view = views.find(({ developerName }) => developerName === wanted) ?? views[0];
    const viewName = view?.developerName ?? '';
    return { kind: 'list', object: objectInfo(access), views, viewName };
}

async function tab(
    params: Readonly<Record<string, string>>,
    context: PageContext
): Promise<PageModel> {
    const apps = await context.org.listApps(context.user.id);
    const item = apps
        .flatMap(({ items }) => items)
        .find((entry) => entry.kind === 'page' && entry.name === params['tab']);
    if (item?.kind !== 'page') return MISSING;
    const page: LightningPage = item.page;
    const tree = await layOutPage(page, null, context);
    return { kind: 'page', label: item.label, name: item.name, tree };
}

/** A component that a URL addresses (`standard__component`): `c__zendeskTicket`. */
async function component(
    params: Readonly<Record<string, string>>,
    { modules }: PageContext
): Promise<PageModel> {
    const name = (params['component'] ?? '').replace('__', ':');
    const known = modules.module(name.replace(':', '/')) !== undefined && name.startsWith('c:');
    return known ? { kind: 'component', component: name } : MISSING;
}

async function setup(
    params: Readonly<Record<string, string>>,
    { user }: PageContext
): Promise<PageModel> {
    if (!user.isAdministrator) return MISSING;
    return { kind: 'setup', section: params['section'] ?? '', rest: params['rest'] ?? '' };
}
