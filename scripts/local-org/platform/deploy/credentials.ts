import {
    externalCredential,
    identityProvider,
    namedCredential
} from '../credentials/fromMetadata.ts';
import type { DeployContext } from './context.ts';

/** Credentials of the source; secrets and tokens that the org has stay. */
export function deployCredentials(context: DeployContext): void {
    const { model, credentials } = context;
    for (const { fullName, metadata } of model.list('ExternalAuthIdentityProvider')) {
        attempt(`ExternalAuthIdentityProvider ${fullName}`, context, () =>
            credentials.saveProvider(identityProvider(fullName, metadata))
        );
    }
    for (const { fullName, metadata } of model.list('ExternalCredential')) {
        attempt(`ExternalCredential ${fullName}`, context, () =>
            credentials.saveExternal(externalCredential(fullName, metadata))
        );
    }
    for (const { fullName, metadata } of model.list('NamedCredential')) {
        attempt(`NamedCredential ${fullName}`, context, () =>
            credentials.saveNamed(namedCredential(fullName, metadata))
        );
    }
}

/** One credential that the local org can't have doesn't keep the others out. */
function attempt(component: string, { report }: DeployContext, work: () => unknown): void {
    try {
        work();
    } catch (error) {
        report({ component, message: error instanceof Error ? error.message : String(error) });
    }
}
