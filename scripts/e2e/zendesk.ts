/** One request that the simulator was asked. */
export interface ZendeskRequest {
    readonly method: string;
    readonly path: string;
    readonly status: number;
}

/** What goes wrong on a route, and how often (null: until cleared). */
export interface Fault {
    readonly path: string;
    readonly method?: string;
    readonly times?: number | null;
    readonly status?: number;
    readonly delayMs?: number;
    readonly drop?: boolean;
}

/** The control plane of the simulator: what it was asked, and what goes wrong. */
export class Zendesk {
    readonly url: string;

    constructor(url: string) {
        this.url = url;
    }

    /** API requests since the log was cleared, tokens not counted. */
    async requests(): Promise<readonly ZendeskRequest[]> {
        const { log } = (await this.#control('GET', '/log')) as { log: readonly ZendeskRequest[] };
        return log.filter(({ path }) => path.startsWith('/api/'));
    }

    async clearLog(): Promise<void> {
        await this.#control('DELETE', '/log');
    }

    async fail(fault: Fault): Promise<void> {
        await this.#control('POST', '/faults', fault);
    }

    async recover(): Promise<void> {
        await this.#control('DELETE', '/faults');
    }

    async #control(method: string, path: string, body?: unknown): Promise<unknown> {
        const response = await fetch(`${this.url}/control${path}`, {
            method,
            headers: { 'content-type': 'application/json' },
            body: body === undefined ? null : JSON.stringify(body)
        });
        if (!response.ok) {
            throw new Error(
                `${method} /control${path}: ${response.status} ${await response.text()}`
            );
        }
        return response.status === 204 ? undefined : response.json();
    }
}
