import type { CredentialStore } from '../credentials/credentialStore.ts';
import { principalFor, tokenRights } from '../credentials/principalAccess.ts';
import { hasUserPermission } from '../setup/userPermissions.ts';
import type { SetupStore } from '../store/types.ts';
import {
    type AuthorizationContext,
    AuthorizationError,
    type AuthorizationInput,
    authorizationUrl,
    revokeAuthorization
} from './authorizationCode.ts';

const REFUSED = 'You are not allowed to use this credential.';

/**
 * The URL at which a user's browser authenticates a principal. One's own takes access to the
 * principal and the right to create a stored token; a named principal takes Customize Application.
 */
export function linkUrl(
    input: AuthorizationInput,
    context: AuthorizationContext,
    rows: SetupStore
): string {
    const credential = context.credentials.external.get(input.externalCredential);
    const own = input.principalType === 'PerUserPrincipal';
    const principal = credential && principalFor(rows, credential, input.userId);
    const allowed = own
        ? principal?.name === input.principalName && tokenRights(rows, input.userId).create
        : hasUserPermission(rows, input.userId, 'CustomizeApplication');
    if (!allowed) {
        throw new AuthorizationError(REFUSED);
    }
    return authorizationUrl(input, context);
}

/** Forgets a user's own token; takes the right to delete it. */
export function unlink(
    input: Pick<AuthorizationInput, 'userId' | 'externalCredential' | 'principalName'>,
    credentials: CredentialStore,
    rows: SetupStore
): void {
    if (!tokenRights(rows, input.userId).delete) {
        throw new AuthorizationError(REFUSED);
    }
    revokeAuthorization({ ...input, principalType: 'PerUserPrincipal' }, credentials);
}
