/** A CspTrustedSite that is active. */
export interface TrustedSite {
    /** `https://example.com` or with a wildcard host. */
    readonly url: string;
    /** CSP directives that the site is allowed for, e.g. `img-src`. */
    readonly directives: readonly string[];
}

export interface ResourceSource {
    trustedSites(): Promise<readonly TrustedSite[]>;
    /** The file of a static resource; `path` is inside a zip, empty for a plain one. */
    staticResource(
        name: string,
        path: string
    ): Promise<{ readonly contentType: string; readonly body: Uint8Array } | undefined>;
}
