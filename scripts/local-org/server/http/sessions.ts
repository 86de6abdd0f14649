/** A login of a user in one browser. */
export interface Session {
    readonly id: string;
    readonly userId: string;
    /** Sent by the page with every request that changes something. */
    readonly csrfToken: string;
}

export const SESSION_COOKIE = 'sid';

/** Logins, kept as long as the server runs. */
export class Sessions {
    readonly #byId = new Map<string, Session>();
    readonly #randomToken: () => string;

    constructor(randomToken: () => string) {
        this.#randomToken = randomToken;
    }

    open(userId: string): Session {
        const session = { id: this.#randomToken(), userId, csrfToken: this.#randomToken() };
        this.#byId.set(session.id, session);
        return session;
    }

    find(id: string | undefined): Session | undefined {
        return id === undefined ? undefined : this.#byId.get(id);
    }

    close(session: Session): void {
        this.#byId.delete(session.id);
    }
}

export function sessionCookie(session: Session): string {
    return `${SESSION_COOKIE}=${session.id}; Path=/; HttpOnly; SameSite=Lax`;
}

export const EXPIRED_COOKIE = `${SESSION_COOKIE}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0`;
