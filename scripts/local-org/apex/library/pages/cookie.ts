import { PlatformObject, platformType } from '../../values/objects.ts';
import { platformClass } from '../registry.ts';

const COOKIE = platformType('System.Cookie');

/** System.Cookie. */
export class Cookie extends PlatformObject {
    readonly $type = COOKIE;
    private readonly parts: readonly [string, string, string | null, number, boolean];
    private readonly sameSite: string | null;
    private readonly httpOnly: boolean;

    constructor(
        parts: readonly [string, string, string | null, number, boolean],
        sameSite: string | null,
        httpOnly: boolean
    ) {
        super();
        this.parts = parts;
        this.sameSite = sameSite;
        this.httpOnly = httpOnly;
    }

    getName(): string {
        return this.parts[0];
    }

    getValue(): string {
        return this.parts[1];
    }

    getPath(): string | null {
        return this.parts[2];
    }

    getMaxAge(): number {
        return this.parts[3];
    }

    isSecure(): boolean {
        return this.parts[4];
    }

    getSameSite(): string | null {
        return this.sameSite;
    }

    isHttpOnly(): boolean {
        return this.httpOnly;
    }
}

type CookieParts = readonly [string, string, string | null, number, boolean];

platformClass('System.Cookie', {
    class: Cookie,
    type: COOKIE,
    construct: (...args: [...CookieParts, sameSite?: string, httpOnly?: boolean]) => {
        const [name, value, path, maxAge, secure, sameSite, httpOnly] = args;
        return new Cookie([name, value, path, maxAge, secure], sameSite ?? null, httpOnly ?? false);
    }
});
