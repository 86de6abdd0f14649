import type { FormFactor, UserContext, VisualforcePage } from '../orgClient.ts';
import type { Services } from '../services.ts';
import { i18nValues, toTag } from '../modules/i18n.ts';
import type { ModuleStore } from '../modules/moduleStore.ts';
import { describeProblem } from '../modules/problems.ts';
import type { RenderedPage } from '../visualforce/renderPage.ts';
import { baseUrl, importMap, moduleUrl } from './importMap.ts';
import { escapeHtml, inlineJson } from './markup.ts';

/** What Lightning components on a Visualforce page are given. */
export interface ClassicBoot {
    readonly user: UserContext;
    readonly csrfToken: string;
    readonly formFactor: FormFactor;
    readonly apiVersion: string;
}

/** Until the modules are there, calls of the page's own scripts wait. */
export const LIGHTNING_SCRIPT =
    'window.$Lightning={waiting:[],use(...parameters){this.waiting.push(parameters);}};';

/**
 * Modules that speak to the Lightning Experience around a component. On a Visualforce page nothing
 * answers them reliably, so here there are none:
 * https://developer.salesforce.com/docs/platform/lwc/guide/use-visualforce
 */
const ABSENT = new Set([
    'lightning/actions',
    'lightning/alert',
    'lightning/confirm',
    'lightning/messageService',
    'lightning/modal',
    'lightning/navigation',
    'lightning/platformShowToastEvent',
    'lightning/prompt',
    'lightning/quickActionPanel',
    'lightning/refresh',
    'lightning/toast',
    'lightning/toastContainer'
]);

/** Why components of the page's dependency apps can't work on it. */
export async function outAppProblems(
    modules: ModuleStore,
    outApps: VisualforcePage['outApps']
): Promise<readonly string[]> {
    const roots = Object.values(outApps).flat();
    const graph = await modules.graph(roots.map((name) => name.replace(':', '/')));
    const absent = await Promise.all(
        graph.specifiers.map((specifier) => absentImports(modules, specifier))
    );
    return [...graph.problems.map(describeProblem), ...absent.flat()];
}

async function absentImports(modules: ModuleStore, specifier: string): Promise<readonly string[]> {
    const module = modules.module(specifier);
    const outcome = module && (await modules.compile(module));
    const imports = outcome && 'compiled' in outcome ? outcome.compiled.imports : [];
    return imports
        .filter((name) => ABSENT.has(name))
        .map((name) => `${specifier} imports ${name}, which Visualforce pages do not offer.`);
}

/** The HTML around a rendered Visualforce page, with `$Lightning` where the page asks for it. */
export function classicPage(
    { modules, base }: Services,
    boot: ClassicBoot,
    page: RenderedPage,
    outApps: VisualforcePage['outApps'],
    nonce: string
): string {
    const known = modules.scan();
    const root = known.get('shell/lightningOut');
    if (!root) throw new Error('The shell lacks its module shell/lightningOut');
    const offered = Object.entries(importMap(base, known)).filter(([name]) => !ABSENT.has(name));
    const imports = inlineJson({ imports: Object.fromEntries(offered) });
    const shadow = base.files['@lwc/synthetic-shadow'] ?? '';
    return `<!doctype html>
<html lang="${escapeHtml(toTag(boot.user.language))}" dir="${String(i18nValues(boot.user)['dir'])}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title}</title>
<link rel="icon" href="/_styles/favicon.svg">
<link rel="stylesheet" href="/_slds/styles/salesforce-lightning-design-system.min.css">
<script type="importmap" nonce="${nonce}">${imports}</script>
</head>
<body class="slds-scope">
${page.body}
<script type="application/json" id="boot">${inlineJson({ ...boot, users: [], apps: [] })}</script>
<script type="application/json" id="out-apps">${inlineJson(outApps)}</script>
<script type="module" src="${baseUrl(base, shadow)}"></script>
<script type="module" src="${moduleUrl(root)}"></script>
</body>
</html>`;
}

/** Visualforce shows what is wrong with a page in its place. */
export function classicProblems(problems: readonly string[]): string {
    const items = problems.map((problem) => `<li>${escapeHtml(problem)}</li>`);
    return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Visualforce Error</title></head><body><h1>Visualforce Error</h1><ul>${items.join('')}</ul></body></html>`;
}
