import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { IMMUTABLE, json, NO_STORE, notFound, script } from '../http/response.ts';
import type { HttpResponse } from '../http/response.ts';
import type { Route, UserRequest } from '../http/router.ts';
import { formFactorOf } from '../pages/formFactor.ts';
import { describeProblem } from '../modules/problems.ts';
import { scopedModule } from '../modules/scopedModule.ts';
import type { Services } from '../services.ts';

/** LWC modules for the browser. URLs carry the hash of their content, so they never go stale. */
export function moduleRoutes(services: Services): readonly Route[] {
    return [
        {
            access: 'api',
            method: 'GET',
            path: '/lwc/base/{hash}/{file*}',
            handle: async ({ params }) => baseFile(services, params['file'] ?? '')
        },
        {
            access: 'api',
            method: 'GET',
            path: '/lwc/modules/{hash}/{namespace}/{file}',
            handle: async (request) => component(services, request)
        },
        {
            access: 'api',
            method: 'GET',
            path: '/lwc/scoped/{hash}/{namespace}/{file}',
            handle: async (request) => companion(services, request)
        },
        {
            access: 'api',
            method: 'GET',
            path: '/lwc/problems/{namespace}/{name}',
            async handle({ params }) {
                services.modules.scan();
                const root = `${params['namespace']}/${params['name']}`;
                return json((await services.modules.graph([root])).problems);
            }
        }
    ];
}

async function baseFile({ base }: Services, file: string): Promise<HttpResponse> {
    if (!base.chunks.includes(file)) return notFound();
    return script(await readFile(join(base.dir, file), 'utf8'), IMMUTABLE);
}

function specifierOf({ params }: UserRequest): string {
    return `${params['namespace']}/${(params['file'] ?? '').replace(/\.js$/, '')}`;
}

async function component(services: Services, request: UserRequest): Promise<HttpResponse> {
    const module = services.modules.module(specifierOf(request));
    if (!module) return notFound();
    const outcome = await services.modules.compile(module);
    if ('compiled' in outcome) {
        return script(
            outcome.compiled.code,
            module.hash === request.params['hash'] ? IMMUTABLE : NO_STORE
        );
    }
    const message = outcome.problems.map(describeProblem).join('\n');
    return script(`throw new Error(${JSON.stringify(message)});`, NO_STORE);
}

async function companion(services: Services, request: UserRequest): Promise<HttpResponse> {
    const scoped = await scopedImportsOf(services, specifierOf(request));
    if (!scoped) return notFound();
    const formFactor = formFactorOf(request.headers['user-agent'] ?? '');
    const context = { org: services.org, user: request.user, formFactor };
    return script(await scopedModule(scoped, context), NO_STORE);
}

async function scopedImportsOf(
    { base, modules }: Services,
    specifier: string
): Promise<Readonly<Record<string, string>> | undefined> {
    if (specifier === 'lightning/base') return base.scoped;
    const module = modules.module(specifier);
    const outcome = module && (await modules.compile(module));
    return outcome && 'compiled' in outcome ? outcome.compiled.scoped : undefined;
}
