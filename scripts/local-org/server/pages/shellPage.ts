import type { FormFactor, LightningApp, OrgUser, UserContext } from '../orgClient.ts';
import { i18nValues, toTag } from '../modules/i18n.ts';
import { baseUrl, importMap, moduleUrl } from './importMap.ts';
import { inlineJson, escapeHtml } from './markup.ts';
import type { PageModel } from './pageModel.ts';
import { describeProblem } from '../modules/problems.ts';
import type { CompileProblem } from '../modules/problems.ts';
import type { Services } from '../services.ts';

/** What the page knows from the start. */
export interface Boot {
    readonly user: UserContext;
    readonly users: readonly OrgUser[];
    readonly apps: readonly LightningApp[];
    readonly csrfToken: string;
    readonly formFactor: FormFactor;
    readonly apiVersion: string;
    readonly page: PageModel;
}

const ROOT = 'shell/main';

/** The one HTML page of the shell, with the modules of its first view announced for preload. */
export async function shellPage(
    { modules, base }: Services,
    boot: Boot,
    nonce: string
): Promise<string> {
    const known = modules.scan();
    const own = await modules.graph([ROOT]);
    if (own.problems.length > 0) return problemsPage(own.problems);
    const { specifiers } = await modules.graph([ROOT, ...componentsOf(boot.page)]);
    const urls = specifiers.flatMap((specifier) => {
        const module = known.get(specifier);
        return module ? [moduleUrl(module)] : [];
    });
    const root = known.get(ROOT);
    if (!root) throw new Error(`The shell lacks its module ${ROOT}`);
    const lang = toTag(boot.user.language);
    const shadow = base.files['@lwc/synthetic-shadow'] ?? '';
    const engine = base.files['lwc'] ?? '';
    return `<!doctype html>
<html lang="${escapeHtml(lang)}" dir="${String(i18nValues(boot.user)['dir'])}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Salesforce</title>
<link rel="icon" href="/_styles/favicon.svg">
<link rel="stylesheet" href="/_slds/styles/salesforce-lightning-design-system.min.css">
<link rel="stylesheet" href="/_styles/shell.css">
<script type="importmap" nonce="${nonce}">${inlineJson({ imports: importMap(base, known) })}</script>
${[baseUrl(base, engine), ...urls].map((url) => `<link rel="modulepreload" href="${url}">`).join('\n')}
</head>
<body class="desktop form-factor-${boot.formFactor.toLowerCase()}">
<div id="root"><div class="boot-spinner"></div></div>
<script type="application/json" id="boot">${inlineJson(boot)}</script>
<script type="module" src="${baseUrl(base, shadow)}"></script>
<script type="module" src="${moduleUrl(root)}"></script>
</body>
</html>`;
}

/** Without its own modules the shell can't show anything itself. */
function problemsPage(problems: readonly CompileProblem[]): string {
    const items = problems.map((problem) => `<li>${escapeHtml(describeProblem(problem))}</li>`);
    return `<!doctype html><title>Error</title><h1>The shell does not compile</h1><ul>${items.join('')}</ul>`;
}

/** Components that the page places, for the preload. */
function componentsOf(page: PageModel): readonly string[] {
    if (!('tree' in page) || !page.tree) return [];
    const names = JSON.stringify(page.tree).match(/"component":"c:\w+"/g) ?? [];
    return names.map((match) => match.slice('"component":"'.length, -1).replace(':', '/'));
}
