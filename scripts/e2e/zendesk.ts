/** Opens the simulator and nothing else, see docs/zendesk-simulator.md. */
const ADMINISTRATOR_TOKEN = 'demo-admin-token';

/** One request that the simulator was asked. */
export interface ZendeskRequest {
    readonly method: string;
    readonly path: string;
    /** As it was sent, encoded. */
    readonly query: string;
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
    /** Carried out, but half of the answer gets lost. */
    readonly malformed?: boolean;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: unknown;
}

export interface ZendeskTicket {
    readonly id: number;
    readonly subject: string;
    readonly status: string;
    readonly priority: string | null;
    readonly requester_id: number;
    readonly tags: readonly string[];
}

export interface ZendeskComment {
    readonly plain_body: string;
    readonly public: boolean;
    readonly attachments: readonly { readonly file_name: string }[];
}

/** The simulator: what others do in Zendesk meanwhile, what it was asked, and what goes wrong. */
export class Zendesk {
    readonly url: string;

    constructor(url: string) {
        this.url = url;
    }

    /** What was asked for since the log was cleared: API and attachments. Tokens are not counted. */
    async requests(): Promise<readonly ZendeskRequest[]> {
        const { log } = (await this.#control('GET', '/log')) as { log: readonly ZendeskRequest[] };
        return log.filter(({ path }) => /^\/(api|attachments)\//.test(path));
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

    /** Whether attachments are only for those who are signed in to Zendesk. */
    async keepAttachmentsPrivate(isPrivate: boolean): Promise<void> {
        await this.#control('PUT', '/attachments', { private: isPrivate });
    }

    /** A ticket that somebody in Zendesk makes for one of its customers. */
    createTicket(subject: string, requester: string): Promise<ZendeskTicket> {
        const comment = { body: `About: ${subject}` };
        const body = { ticket: { subject, comment, requester: { email: requester } } };
        return this.#ticket('POST', '/tickets', body);
    }

    /** What somebody in Zendesk changes, a second later: who was faster shows in whole seconds. */
    async changeTicket(id: number, ticket: Readonly<Record<string, unknown>>): Promise<void> {
        await this.#control('POST', '/clock', { advanceMs: 1000 });
        await this.#ticket('PUT', `/tickets/${id}`, { ticket });
    }

    /** A comment of somebody in Zendesk that shows a picture in its text. */
    async showPicture(id: number, name: string, bytes: Buffer): Promise<void> {
        const { upload } = (await this.#ask(
            'POST',
            `/api/v2/uploads.json?filename=${name}`,
            bytes
        )) as {
            upload: { token: string; attachment: { content_url: string } };
        };
        const picture = `<img src="${upload.attachment.content_url}" alt="${name}">`;
        const comment = { html_body: picture, uploads: [upload.token] };
        await this.changeTicket(id, { comment });
    }

    ticket(id: number): Promise<ZendeskTicket> {
        return this.#ticket('GET', `/tickets/${id}`);
    }

    /** The first comment is the description. */
    async comments(id: number): Promise<readonly ZendeskComment[]> {
        const path = `/api/v2/tickets/${id}/comments`;
        const { comments } = (await this.#ask('GET', path)) as {
            comments: readonly ZendeskComment[];
        };
        return comments;
    }

    async #ticket(method: string, path: string, body?: unknown): Promise<ZendeskTicket> {
        const answer = await this.#ask(method, `/api/v2${path}`, body);
        return (answer as { ticket: ZendeskTicket }).ticket;
    }

    #control(method: string, path: string, body?: unknown): Promise<unknown> {
        return this.#ask(method, `/control${path}`, body);
    }

    async #ask(method: string, path: string, body?: unknown): Promise<unknown> {
        const isFile = body instanceof Buffer;
        const response = await fetch(this.url + path, {
            method,
            headers: {
                authorization: `Bearer ${ADMINISTRATOR_TOKEN}`,
                accept: 'application/json',
                'content-type': isFile ? 'image/png' : 'application/json'
            },
            body: isFile ? new Uint8Array(body) : (JSON.stringify(body) ?? null)
        });
        if (!response.ok) {
            throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
        }
        return response.status === 204 ? undefined : response.json();
    }
}
