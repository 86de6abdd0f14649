import type { TrustedSite } from '../orgClient.ts';

const BASE: Readonly<Record<string, readonly string[]>> = {
    'default-src': ["'self'"],
    'script-src': ["'self'"],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'", 'data:'],
    'media-src': ["'self'", 'blob:'],
    'connect-src': ["'self'"],
    'frame-src': ["'self'"],
    'frame-ancestors': ["'self'"],
    'object-src': ["'self'"],
    'base-uri': ["'self'"],
    'form-action': ["'self'"]
};

/**
 * The policy of Lightning pages: own origin alone, plus what the admin's trusted URLs allow per
 * directive. Scripts of trusted URLs stay forbidden, as on the platform.
 */
export function contentSecurityPolicy(nonce: string, sites: readonly TrustedSite[]): string {
    return Object.entries(BASE)
        .map(([directive, sources]) => {
            const trusted = sites.filter((site) => allows(site, directive)).map(({ url }) => url);
            const own = directive === 'script-src' ? [...sources, `'nonce-${nonce}'`] : sources;
            return [directive, ...own, ...trusted].join(' ');
        })
        .join('; ');
}

const NEVER_TRUSTED = new Set(['default-src', 'script-src', 'base-uri', 'object-src']);

function allows({ url, directives }: TrustedSite, directive: string): boolean {
    const harmless = /^(https?|wss?):\/\/[\w.*:-]+$/.test(url);
    return harmless && !NEVER_TRUSTED.has(directive) && directives.includes(directive);
}

/** Headers of every answer. */
export const COMMON_HEADERS: Readonly<Record<string, string>> = {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'origin-when-cross-origin',
    'x-frame-options': 'SAMEORIGIN'
};
