import type { Account } from '../account.ts';
import type { OAuthClient, OAuthToken, User } from '../store/records.ts';

/** Lifetimes in seconds. Source: https://developer.zendesk.com/api-reference/ticketing/oauth/grant_type_tokens/ */
export const ACCESS_LIFETIME = { default: 1800, min: 300, max: 172_800 } as const;
export const REFRESH_LIFETIME = { default: 2_592_000, min: 604_800, max: 7_776_000 } as const;
/** A code lives 120 seconds. */
export const CODE_LIFETIME_MS = 120_000;

export interface Grant {
    readonly client: OAuthClient;
    readonly user: User;
    readonly scopes: readonly string[];
    readonly accessSeconds: number | null;
    /** null = the token cannot be refreshed. */
    readonly refreshSeconds: number | null;
}

const inSeconds = (account: Account, seconds: number | null): number | null =>
    seconds === null ? null : account.clock.now() + seconds * 1000;

export function issueToken(account: Account, grant: Grant): OAuthToken {
    const { random, store, clock } = account;
    return store.oauthTokens.put({
        id: account.nextId(),
        client_id: grant.client.id,
        user_id: grant.user.id,
        token: random.letters(64, '0123456789abcdef'),
        refresh_token:
            grant.refreshSeconds === null ? null : random.letters(64, '0123456789abcdef'),
        scopes: grant.scopes,
        created_at: clock.stamp(),
        used_at: null,
        expires: inSeconds(account, grant.accessSeconds),
        refresh_expires: inSeconds(account, grant.refreshSeconds)
    });
}
