import type { CredentialStore } from '../credentials/credentialStore.ts';
import { parseUrl } from './wire.ts';
import type { Wire } from './wire.ts';
import {
    CalloutError,
    type CalloutContext,
    type CalloutRequest,
    type CalloutResponse
} from './types.ts';
import { sendAuthenticated } from './authenticated.ts';
import type { SetupStore } from '../store/types.ts';
import type { TokenServiceContext } from '../oauth/tokenService.ts';

/** What the callouts of an org depend on. */
export interface CalloutServices extends TokenServiceContext {
    readonly wire: Wire;
    readonly credentials: CredentialStore;
    readonly rows: SetupStore;
    /** URLs of the active remote site settings. */
    readonly remoteSites: () => readonly string[];
}

const NAMED = /^callout:([A-Za-z]\w*)(.*)$/is;

/**
 * Makes an HTTP callout for a user and waits for it. `callout:Name/path` goes where the named
 * credential points, with the identity that the user may use; any other URL needs a remote site
 * setting. Throws CalloutError with the message that Apex sees.
 */
export function callout(
    request: CalloutRequest,
    context: CalloutContext,
    services: CalloutServices
): CalloutResponse {
    const named = NAMED.exec(request.endpoint);
    if (!named) {
        requireRemoteSite(request.endpoint, services.remoteSites());
        return services.wire.send('apex', request, context.userId);
    }
    const [, name = '', path = ''] = named;
    const credential = services.credentials.named.get(name);
    if (!credential?.isEnabled) {
        throw new CalloutError(
            "The callout couldn't access the endpoint. You might not have the required permissions, " +
                `or the named credential "${name}" might not exist.`
        );
    }
    const endpoint = join(credential.url, path);
    return sendAuthenticated({ ...request, endpoint }, credential, context, services);
}

function join(base: string, path: string): string {
    return path === '' || /^[/?]/.test(path) ? base + path : `${base}/${path}`;
}

/** A remote site covers its scheme, host and port. */
function requireRemoteSite(endpoint: string, sites: readonly string[]): void {
    const { origin } = parseUrl(endpoint);
    if (!sites.some((site) => URL.canParse(site) && new URL(site).origin === origin)) {
        throw new CalloutError(
            `Unauthorized endpoint, please check Setup->Security->Remote site settings. endpoint = ${endpoint}`
        );
    }
}
