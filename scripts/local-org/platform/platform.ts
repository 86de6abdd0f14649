import type { Schema } from '../data/schema/types.ts';
import type { SourceModel } from '../metadata/model/model.ts';
import { type AppSetup, createAppSetup } from './apps/appSetup.ts';
import { callout, type CalloutServices } from './callout/callouts.ts';
import type { HostMapping } from './callout/hostMapping.ts';
import type { Transport } from './callout/transport.ts';
import type { CalloutContext, CalloutRequest, CalloutResponse } from './callout/types.ts';
import { createWire, type Wire } from './callout/wire.ts';
import { type CredentialSetup, createCredentialSetup } from './credentials/credentialSetup.ts';
import { createCredentialStore, type CredentialStore } from './credentials/credentialStore.ts';
import { deploy } from './deploy/deploy.ts';
import type { InstallFor } from './deploy/install.ts';
import type { DeployProblem } from './deploy/problems.ts';
import {
    type AuthorizationAnswer,
    type AuthorizationContext,
    type AuthorizationInput,
    type AuthorizationOutcome,
    callbackUrl,
    completeAuthorization
} from './oauth/authorizationCode.ts';
import { linkUrl, unlink } from './oauth/linking.ts';
import type { RandomText } from './oauth/pkce.ts';
import {
    activatePage,
    activePage,
    type FormFactor,
    type PageActivation
} from './pages/activation.ts';
import { createStandardOrg, type OrganizationInput } from './setup/standardOrg.ts';
import { hasCustomPermission, hasUserPermission, SetupRefusal } from './setup/userPermissions.ts';
import type { OrgState } from './state/orgState.ts';
import type { SetupStore } from './store/types.ts';
import { type ConnectedAppPages, createConnectedAppPages } from './ui/appPages.ts';
import { createPages, type Pages } from './ui/pages.ts';
import { createSessions, type Sessions } from './ui/sessions.ts';

export interface PlatformOptions {
    /** The source of the moment: asked each time, so that a refreshed one shows. */
    readonly model: () => SourceModel;
    readonly schema: () => Schema;
    readonly rows: SetupStore;
    readonly state: OrgState;
    readonly transport: Transport;
    readonly hosts: HostMapping;
    /** Origin of the org in the browser. */
    readonly orgUrl: string;
    /** Epoch milliseconds. */
    readonly clock: () => number;
    /** Milliseconds, monotonic, for durations in the callout log. */
    readonly monotonic: () => number;
    readonly random: RandomText;
}

/** The org around records and code: setup, deployment, credentials and callouts. */
export interface Platform {
    readonly rows: SetupStore;
    readonly credentials: CredentialStore;
    readonly credentialSetup: CredentialSetup;
    readonly apps: AppSetup;
    /** Requests that left the org. */
    readonly wire: Pick<Wire, 'clearLog' | 'log'>;
    callout(request: CalloutRequest, context: CalloutContext): CalloutResponse;
    /** What Apex reaches through the Connect API. */
    readonly credentialServices: CredentialServices;
    createStandardOrg(input: OrganizationInput): void;
    /** See `deploy`; call it again whenever the source has changed. */
    deploy(installFor: InstallFor): readonly DeployProblem[];
    /** The URL at which a user's browser links a principal; refuses who may not use it. */
    authorizationUrl(input: AuthorizationInput): string;
    completeAuthorization(answer: AuthorizationAnswer): AuthorizationOutcome;
    /** Forgets the user's own token. */
    unlink(userId: string, externalCredential: string, principalName: string): void;
    activatePage(activation: PageActivation): void;
    activePage(objectName: string, formFactor: FormFactor): string | null;
    readonly pages: Pages;
    readonly sessions: Sessions;
    readonly connectedAppPages: ConnectedAppPages;
    hasUserPermission(userId: string, name: string): boolean;
    hasCustomPermission(userId: string, name: string): boolean;
}

/** Credentials for `ConnectApi.NamedCredentials`. */
export type CredentialServices = Pick<
    Platform,
    'authorizationUrl' | 'credentialSetup' | 'credentials' | 'hasUserPermission' | 'unlink'
> & {
    /** Where an identity provider sends browsers back to. */
    readonly callbackUrl: (provider: string) => string;
    /** What calls throw when the org refuses them. */
    readonly Refusal: typeof SetupRefusal;
};

export function createPlatform(options: PlatformOptions): Platform {
    const { model, rows, state } = options;
    const services = calloutServices(options);
    const { credentials, wire } = services;
    const apps = createAppSetup({ state, rows });
    const authorization: AuthorizationContext = { ...options, credentials, wire };
    const credentialServices: CredentialServices = {
        credentials,
        credentialSetup: createCredentialSetup(credentials, rows),
        authorizationUrl: (input) => linkUrl(input, authorization, rows),
        unlink: (userId, externalCredential, principalName) =>
            unlink({ userId, externalCredential, principalName }, credentials, rows),
        hasUserPermission: (userId, name) => hasUserPermission(rows, userId, name),
        callbackUrl: (provider) => callbackUrl(options.orgUrl, provider),
        Refusal: SetupRefusal
    };
    return {
        ...credentialServices,
        credentialServices,
        rows,
        apps,
        pages: createPages(options),
        sessions: createSessions({ rows, model }),
        connectedAppPages: createConnectedAppPages(apps),
        wire,
        callout: (request, context) => callout(request, context, services),
        createStandardOrg: (input) => createStandardOrg(input, { rows, schema: options.schema() }),
        deploy: (installFor) =>
            deploy(
                {
                    model: model(),
                    schema: options.schema(),
                    rows,
                    state,
                    credentials
                },
                installFor
            ),
        completeAuthorization: (answer) => completeAuthorization(answer, authorization),
        activatePage: (activation) => activatePage(activation, model(), state),
        activePage: (objectName, formFactor) => activePage(objectName, formFactor, model(), state),
        hasCustomPermission: (userId, name) => hasCustomPermission(rows, userId, name)
    };
}

function calloutServices(options: PlatformOptions): CalloutServices {
    const { model, rows, state, transport, hosts, clock } = options;
    return {
        wire: createWire({ transport, hosts, now: options.monotonic }),
        clock,
        rows,
        credentials: createCredentialStore(state, rows),
        remoteSites: () =>
            model()
                .list('RemoteSiteSetting')
                .filter((site) => site.metadata.isActive)
                .map((site) => site.metadata.url)
    };
}
