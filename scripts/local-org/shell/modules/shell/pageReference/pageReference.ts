/** A page as components name it. */
export interface PageReference {
    readonly type: string;
    readonly attributes: Readonly<Record<string, unknown>>;
    readonly state?: Readonly<Record<string, string | null | undefined>>;
}

/** URL of a page. Throws for a type that the local org does not offer. */
export function urlOf({ type, attributes, state }: PageReference): string {
    const text = (name: string) => String(attributes[name] ?? '');
    switch (type) {
        case 'standard__recordPage':
            return recordUrl(text('objectApiName'), text('recordId'), text('actionName'), state);
        case 'standard__objectPage':
            return withState(`/lightning/o/${text('objectApiName')}/${text('actionName')}`, state);
        case 'standard__namedPage':
            return withState(`/lightning/page/${text('pageName')}`, state);
        case 'standard__navItemPage':
            return withState(`/lightning/n/${text('apiName')}`, state);
        case 'standard__component':
            return withState(`/lightning/cmp/${text('componentName')}`, state);
        case 'standard__webPage':
            return text('url');
        default:
            throw new Error(`Navigation to ${type} is not offered by the local org`);
    }
}

function recordUrl(
    object: string,
    id: string,
    action: string,
    state: PageReference['state']
): string {
    const path = object ? `/lightning/r/${object}/${id}` : `/lightning/r/${id}`;
    return withState(`${path}/${action || 'view'}`, state);
}

function withState(path: string, state: PageReference['state']): string {
    const pairs = Object.entries(state ?? {}).flatMap(([name, value]) =>
        value === undefined || value === null ? [] : [[name, value]]
    );
    return pairs.length > 0 ? `${path}?${new URLSearchParams(Object.fromEntries(pairs))}` : path;
}

const PATTERNS: readonly (readonly [RegExp, (match: RegExpExecArray) => PageReference])[] = [
    [
        /^\/lightning\/r\/(\w+)\/(\w+)\/(\w+)$/,
        ([, objectApiName, recordId, actionName]) => ({
            type: 'standard__recordPage',
            attributes: { objectApiName, recordId, actionName }
        })
    ],
    [
        /^\/lightning\/r\/(\w{15,18})\/(\w+)$/,
        ([, recordId, actionName]) => ({
            type: 'standard__recordPage',
            attributes: { recordId, actionName }
        })
    ],
    [
        /^\/lightning\/o\/(\w+)\/(\w+)$/,
        ([, objectApiName, actionName]) => ({
            type: 'standard__objectPage',
            attributes: { objectApiName, actionName }
        })
    ],
    [
        /^\/lightning\/page\/(\w+)$/,
        ([, pageName]) => ({ type: 'standard__namedPage', attributes: { pageName } })
    ],
    [
        /^\/lightning\/n\/(\w+)$/,
        ([, apiName]) => ({ type: 'standard__navItemPage', attributes: { apiName } })
    ],
    [
        /^\/lightning\/cmp\/(\w+)$/,
        ([, componentName]) => ({ type: 'standard__component', attributes: { componentName } })
    ]
];

/** The page that a URL stands for. */
export function pageReferenceOf(url: string): PageReference {
    const { pathname, searchParams } = new URL(url, 'http://localhost');
    const state = Object.fromEntries(searchParams);
    for (const [pattern, build] of PATTERNS) {
        const match = pattern.exec(pathname);
        if (match) return { ...build(match), state };
    }
    return { type: 'standard__webPage', attributes: { url }, state };
}
