/** Where requests go instead: origin (`https://acme.zendesk.com`) to base URL (`http://localhost:8090`). */
export type HostMapping = Readonly<Record<string, string>>;

/** The URL where the server of a host really is; unmapped hosts stay. */
export function mapUrl(url: string, hosts: HostMapping): string {
    const { origin, pathname, search, href } = new URL(url);
    const target = hosts[origin];
    if (target === undefined) {
        return href;
    }
    const { origin: mapped, pathname: base } = new URL(target);
    return mapped + base.replace(/\/$/, '') + pathname + search;
}
