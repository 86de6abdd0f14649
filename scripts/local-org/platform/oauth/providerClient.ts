import { type CredentialStore, providerKey } from '../credentials/credentialStore.ts';
import type { IdentityProvider } from '../credentials/definitions.ts';
import type { TokenRequest } from './tokenRequest.ts';

/** The OAuth client of an identity provider, as token requests name it; empty texts until it is set up. */
export function providerClient(
    provider: IdentityProvider,
    { secrets }: CredentialStore
): Pick<TokenRequest, 'clientAuthentication' | 'clientId' | 'clientSecret' | 'tokenUrl'> {
    const client = secrets.get(providerKey(provider.developerName));
    return {
        tokenUrl: provider.tokenUrl,
        clientId: client?.['clientId'] ?? '',
        clientSecret: client?.['clientSecret'] ?? '',
        clientAuthentication:
            provider.clientAuthentication === 'ClientSecretBasic' ? 'basic' : 'body'
    };
}
