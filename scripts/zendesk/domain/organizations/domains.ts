import type { Store } from '../../store/store.ts';

/** The organization whose domains include this email's: new users join it. */
export function organizationByDomain(store: Store, email: string | null): number | null {
    const domain = email?.split('@')[1]?.toLowerCase();
    return domain === undefined
        ? null
        : (store.organizations.firstBy('domain', domain)?.id ?? null);
}
