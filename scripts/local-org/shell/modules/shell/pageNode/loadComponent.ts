import { request } from 'shell/http';
import { text } from 'shell/texts';

export interface ComponentProblem {
    readonly heading: string;
    readonly detail: string;
    readonly items: readonly string[];
}

type Loaded = { readonly constructorFunction: unknown } | { readonly problem: ComponentProblem };

/** The shell's stand-ins for Salesforce's own page components. */
const OWN: Readonly<Record<string, () => Promise<{ default: unknown }>>> = {
    'flexipage:accordion': () => import('shell/accordion'),
    'flexipage:column': () => import('shell/facet'),
    'flexipage:fieldSection': () => import('shell/fieldSection'),
    'flexipage:richText': () => import('shell/richText'),
    'flexipage:tabset': () => import('shell/tabset'),
    'force:detailPanel': () => import('shell/detailPanel'),
    'force:highlightsPanel': () => import('shell/highlightsPanel'),
    'force:recordDetailPanelMobile': () => import('shell/detailPanel'),
    'force:relatedListContainer': () => import('shell/relatedListContainer'),
    'force:relatedListSingleContainer': () => import('shell/relatedListSingle'),
    'lst:relatedListSingleContainer': () => import('shell/relatedListSingle'),
    'runtime_sales_activities:activityPanel': () => import('shell/activityPanel'),
    field: () => import('shell/layoutField')
};

/** Finds what a page component is made of; a failure comes back as something to show. */
export async function loadComponent(component: string): Promise<Loaded> {
    const own = OWN[component];
    if (own) return { constructorFunction: (await own()).default };
    if (!component.startsWith('c:')) return { problem: missing(component) };
    const name = component.slice('c:'.length);
    try {
        const module = (await import(`c/${name}`)) as { default: unknown };
        return { constructorFunction: module.default };
    } catch (error) {
        return { problem: await explain(name, error) };
    }
}

function missing(component: string): ComponentProblem {
    const detail = text('componentMissing', component);
    return { heading: text('componentFailed'), detail, items: [] };
}

interface CompileProblem {
    readonly file: string;
    readonly line: number | null;
    readonly column: number | null;
    readonly message: string;
}

/** The browser knows only that a module failed; the server knows file and line. */
async function explain(name: string, error: unknown): Promise<ComponentProblem> {
    const url = `/lwc/problems/c/${encodeURIComponent(name)}`;
    const problems = (await request(url).catch(() => [])) as readonly CompileProblem[];
    if (problems.length === 0) {
        const detail = error instanceof Error ? error.message : String(error);
        return { heading: text('componentFailed'), detail, items: [`c/${name}`] };
    }
    const items = problems.map(
        ({ file, line, column, message }) =>
            `${file}${line === null ? '' : `:${line}:${column ?? 0}`}  ${message}`
    );
    return { heading: text('compileFailed'), detail: '', items };
}
