import type { Account } from '../account.ts';
import type { Context } from '../http/exchange.ts';
import { signedIn } from '../http/parameters.ts';
import type { User } from '../store/records.ts';

/** Who does something to the account, and from where. */
export interface Acting {
    readonly account: Account;
    readonly user: User;
    /** `https://host`, for addresses in texts. */
    readonly origin: string;
    readonly client: string;
    readonly address: string;
}

/** @throws ApiError 401 for a visitor */
export const actingIn = (context: Context): Acting => actingAs(context, signedIn(context));

/** Somebody else than who signed in, for those who did not. */
export function actingAs(context: Context, user: User): Acting {
    return {
        account: context.account,
        user,
        origin: context.url.origin,
        client: context.headers['user-agent'] ?? '',
        address: context.remoteAddress
    };
}
