import { contentSecurityPolicy } from '../http/contentSecurity.ts';
import { html } from '../http/response.ts';
import type { HttpResponse } from '../http/response.ts';
import type { Route, UserRequest } from '../http/router.ts';
import type { VisualforcePage } from '../orgClient.ts';
import {
    classicPage,
    classicProblems,
    LIGHTNING_SCRIPT,
    outAppProblems
} from '../pages/classicPage.ts';
import { formFactorOf } from '../pages/formFactor.ts';
import type { Services } from '../services.ts';
import { isRecordId } from '../uiapi/identifiers.ts';
import { labelNames } from '../visualforce/mergeFields.ts';
import { VisualforceProblem } from '../visualforce/problem.ts';
import type { RenderedPage } from '../visualforce/renderPage.ts';
import { renderPage } from '../visualforce/renderPage.ts';
import { API_VERSION } from './pageRoutes.ts';

const LABEL_MODULE = '@salesforce/label/c.';

/** Visualforce pages, as they stand in the page layouts of Salesforce Classic. */
export function visualforceRoutes(services: Services): readonly Route[] {
    return [
        {
            access: 'browser',
            method: 'GET',
            path: '/apex/{page}',
            handle: (request) => showPage(services, request)
        }
    ];
}

async function showPage(services: Services, request: UserRequest): Promise<HttpResponse> {
    await services.org.lookForEdits();
    const page = await services.org.visualforcePage(request.user.id, request.params['page'] ?? '');
    if (!page) return problemPage(404, ['There is no such page, or you do not have access to it.']);
    try {
        return await answer(services, request, page);
    } catch (error) {
        if (error instanceof VisualforceProblem) return problemPage(500, [error.message]);
        throw error;
    }
}

async function answer(
    services: Services,
    request: UserRequest,
    page: VisualforcePage
): Promise<HttpResponse> {
    const { modules, org } = services;
    const nonce = services.randomToken();
    const rendered = await render(services, request, page, nonce);
    await requireRecordOf(services, rendered, request.query.get('id'));
    modules.scan();
    const outApps = Object.fromEntries(
        Object.entries(page.outApps).filter(([name]) => rendered.body.includes(name))
    );
    const problems = await outAppProblems(modules, outApps);
    if (problems.length > 0) return problemPage(500, problems);
    const boot = {
        user: request.user,
        csrfToken: request.session.csrfToken,
        formFactor: formFactorOf(request.headers['user-agent'] ?? ''),
        apiVersion: API_VERSION
    };
    return html(classicPage(services, boot, rendered, outApps, nonce), {
        'content-security-policy': contentSecurityPolicy(nonce, await org.trustedSites())
    });
}

async function render(
    { org }: Services,
    { user, query }: UserRequest,
    page: VisualforcePage,
    nonce: string
): Promise<RenderedPage> {
    const names = [page.markup, ...Object.values(page.components)].flatMap(labelNames);
    const found = await org.scopedValues(
        user.id,
        names.map((name) => LABEL_MODULE + name)
    );
    const labels = Object.fromEntries(
        Object.entries(found).map(([specifier, text]) => [
            specifier.slice(LABEL_MODULE.length),
            String(text)
        ])
    );
    return renderPage(page, {
        values: { parameters: query, labels },
        nonce,
        lightningScript: `<script nonce="${nonce}">${LIGHTNING_SCRIPT}</script>`
    });
}

/** A standard controller takes the records of its object alone. */
async function requireRecordOf(
    { org }: Services,
    { standardController }: RenderedPage,
    id: string | null
): Promise<void> {
    if (standardController === null || id === null) return;
    const object = isRecordId(id) ? await org.objectOfKeyPrefix(id.slice(0, 3)) : undefined;
    if (object?.toLowerCase() !== standardController.toLowerCase()) {
        throw new VisualforceProblem(
            `Id value ${id} is not valid for the ${standardController} standard controller`
        );
    }
}

function problemPage(status: number, problems: readonly string[]): HttpResponse {
    return { ...html(classicProblems(problems)), status };
}
