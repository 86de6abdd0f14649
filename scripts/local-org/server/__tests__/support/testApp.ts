import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createDispatcher } from '../../http/dispatcher.ts';
import type { HttpRequest } from '../../http/request.ts';
import type { HttpResponse } from '../../http/response.ts';
import type { Route } from '../../http/router.ts';
import type { Session } from '../../http/sessions.ts';
import { Sessions } from '../../http/sessions.ts';
import { packageRoots } from '../../modules/componentFiles.ts';
import { ModuleStore } from '../../modules/moduleStore.ts';
import type { OrgClient } from '../../orgClient.ts';
import type { Services } from '../../services.ts';
import { fakeOrg } from './fakeOrg.ts';
import { ADMIN_ID } from './fakeRows.ts';

/** Writes files below a new temporary folder and gives its path. */
export function tempProject(files: Readonly<Record<string, string>> = {}): string {
    const dir = mkdtempSync(join(tmpdir(), 'local-org-'));
    writeFiles(dir, files);
    return dir;
}

export function writeFiles(dir: string, files: Readonly<Record<string, string>>): void {
    for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(dir, path)), { recursive: true });
        writeFileSync(join(dir, path), text);
    }
}

const PROVIDED = new Set(['lwc', 'lightning/button', 'lightning/card', '@salesforce/apex']);

export function testStore(projectDir: string): ModuleStore {
    return new ModuleStore({
        roots: () => packageRoots([join(projectDir, 'src')]),
        provided: PROVIDED,
        cacheDir: join(projectDir, '.cache'),
        projectDir
    });
}

export interface TestApp {
    readonly services: Services;
    readonly session: Session;
    /** A request with the session's cookie and CSRF token, unless told otherwise. */
    send(method: string, path: string, options?: SendOptions): Promise<HttpResponse>;
}

export interface SendOptions {
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string;
    readonly cookie?: string;
}

/** Routes over a fake org, without a socket. */
export function testApp(
    routesOf: (services: Services) => readonly Route[],
    { org = fakeOrg(), projectDir = tempProject(), userId = ADMIN_ID } = {}
): TestApp {
    const services = testServices(org, projectDir);
    const session = services.sessions.open(userId);
    const dispatch = createDispatcher(routesOf(services), services.sessions, org);
    return {
        services,
        session,
        send: (method, path, options = {}) => dispatch(request(method, path, session, options))
    };
}

function testServices(org: OrgClient, projectDir: string): Services {
    let tokens = 0;
    const randomToken = () => `token${++tokens}`;
    return {
        org,
        sessions: new Sessions(randomToken),
        modules: testStore(projectDir),
        base: { hash: 'base', dir: projectDir, files: {}, chunks: [], scoped: {} },
        randomToken,
        log: () => undefined
    };
}

function request(
    method: string,
    path: string,
    session: Session,
    { headers = {}, body = '', cookie = session.id }: SendOptions
): HttpRequest {
    const url = new URL(path, 'http://localhost');
    return {
        method,
        path: decodeURIComponent(url.pathname),
        query: url.searchParams,
        headers: { 'x-csrf-token': session.csrfToken, ...headers },
        cookies: { sid: cookie },
        body: new TextEncoder().encode(body)
    };
}

export function jsonOf(response: HttpResponse): unknown {
    return JSON.parse(String(response.body));
}
