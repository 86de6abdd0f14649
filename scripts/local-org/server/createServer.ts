import { randomBytes } from 'node:crypto';
import { createServer as createHttpServer } from 'node:http';
import type { Server, ServerResponse } from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createDispatcher } from './http/dispatcher.ts';
import type { Dispatch } from './http/dispatcher.ts';
import { isOwnHost } from './http/hosts.ts';
import { COMMON_HEADERS } from './http/contentSecurity.ts';
import { BodyTooLargeError, MalformedUrlError, readRequest } from './http/request.ts';
import type { HttpResponse } from './http/response.ts';
import { restError } from './http/response.ts';
import { Sessions } from './http/sessions.ts';
import { loadBaseBundle } from './modules/baseBundle.ts';
import type { ComponentRoot } from './modules/componentFiles.ts';
import { packageRoots } from './modules/componentFiles.ts';
import { ModuleStore } from './modules/moduleStore.ts';
import type { OrgClient } from './orgClient.ts';
import { actionRoutes } from './routes/actionRoutes.ts';
import { apexRestRoutes } from './routes/apexRestRoutes.ts';
import { assetRoutes } from './routes/assetRoutes.ts';
import { auraRoutes } from './routes/auraRoutes.ts';
import { loginRoutes } from './routes/loginRoutes.ts';
import { moduleRoutes } from './routes/moduleRoutes.ts';
import { pageRoutes } from './routes/pageRoutes.ts';
import { listRoutes } from './routes/listRoutes.ts';
import { shellRoutes } from './routes/shellRoutes.ts';
import { setupRoutes } from './routes/setupRoutes.ts';
import { objectRoutes } from './routes/objectRoutes.ts';
import { recordRoutes } from './routes/recordRoutes.ts';
import { relatedListRoutes } from './routes/relatedListRoutes.ts';
import { visualforceRoutes } from './routes/visualforceRoutes.ts';
import type { Services } from './services.ts';

export interface ServerOptions {
    readonly org: OrgClient;
    /** Source folders; components are looked for in every `lwc` folder below them. */
    readonly sourceDirs: readonly string[];
    /** Problems name files relative to this folder. */
    readonly projectDir: string;
    /** Compiled modules are kept here between runs. */
    readonly cacheDir: string;
    readonly log: (message: string) => void;
    /** Names that browsers may call this server by, beside those of the own machine. */
    readonly hosts?: readonly string[];
    readonly randomToken?: () => string;
}

const SHELL = join(dirname(fileURLToPath(import.meta.url)), '../shell/modules');
const SHELL_ROOTS: readonly ComponentRoot[] = [
    { namespace: 'lightning', dir: join(SHELL, 'lightning') },
    { namespace: 'shell', dir: join(SHELL, 'shell') }
];

/** The org's web server, not yet listening. Bundles the base components first when not cached. */
export async function createServer(options: ServerOptions): Promise<Server> {
    const dispatch = await createApp(options);
    const { hosts = [] } = options;
    return createHttpServer((message, response) => {
        readRequest(message)
            .then((request) => (isOwnHost(request, hosts) ? dispatch(request) : wrongHost()))
            .catch((error: unknown) => failure(error, options.log))
            .then((answer) => send(response, answer, message.method === 'HEAD'))
            .catch((error: unknown) => response.destroy(asError(error)));
    });
}

/** The same without a socket. Compiles all components once, so that no first page waits for it. */
export async function createApp(options: ServerOptions): Promise<Dispatch> {
    const base = await loadBaseBundle(options.cacheDir, options.log);
    const modules = new ModuleStore({
        roots: () => [...SHELL_ROOTS, ...packageRoots(options.sourceDirs)],
        provided: new Set([...Object.keys(base.files), '@salesforce/apex']),
        cacheDir: join(options.cacheDir, 'modules'),
        projectDir: options.projectDir
    });
    await modules.graph([...modules.scan().keys()]);
    const randomToken = options.randomToken ?? (() => randomBytes(24).toString('base64url'));
    const sessions = new Sessions(randomToken);
    const services: Services = {
        org: options.org,
        sessions,
        modules,
        base,
        randomToken,
        log: options.log
    };
    return createDispatcher(routesOf(services), sessions, options.org);
}

function routesOf(services: Services) {
    return [
        ...loginRoutes(services),
        ...pageRoutes(services),
        ...visualforceRoutes(services),
        ...moduleRoutes(services),
        ...auraRoutes(services),
        ...actionRoutes(services),
        ...recordRoutes(services),
        ...objectRoutes(services),
        ...relatedListRoutes(services),
        ...listRoutes(services),
        ...shellRoutes(services),
        ...apexRestRoutes(services),
        ...setupRoutes(services),
        ...assetRoutes(services)
    ];
}

function wrongHost(): HttpResponse {
    return restError(403, 'UNKNOWN_HOST', 'This server is not known by that name');
}

function failure(error: unknown, log: (message: string) => void): HttpResponse {
    if (error instanceof BodyTooLargeError) {
        return restError(413, 'REQUEST_LIMIT_EXCEEDED', 'The request body is too large');
    }
    if (error instanceof MalformedUrlError) {
        return restError(400, 'INVALID_URL', 'The URL is not well-formed');
    }
    log(asError(error).stack ?? String(error));
    return restError(500, 'UNKNOWN_EXCEPTION', asError(error).message);
}

function send(response: ServerResponse, { status, headers, body }: HttpResponse, isHead: boolean) {
    response.writeHead(status, { ...COMMON_HEADERS, ...headers });
    response.end(isHead ? undefined : body);
}

function asError(error: unknown): Error {
    return error instanceof Error ? error : new Error(String(error));
}
