/** A named credential: where callouts of that name go and with what identity. */
export interface NamedCredential {
    readonly id: string;
    readonly developerName: string;
    readonly label: string;
    readonly type: 'SecuredEndpoint' | 'PrivateEndpoint';
    readonly url: string;
    readonly externalCredential: string | null;
    readonly isEnabled: boolean;
    readonly generateAuthorizationHeader: boolean;
    readonly allowMergeFieldsInHeader: boolean;
    readonly allowMergeFieldsInBody: boolean;
    readonly headers: readonly CredentialHeader[];
    readonly allowedNamespaces: readonly string[];
}

/** A header added to each callout; the value may hold `{!$Credential.Name.Parameter}`. */
export interface CredentialHeader {
    readonly name: string;
    readonly value: string;
    readonly sequence: number;
}

export type AuthenticationProtocol = 'Oauth' | 'Basic' | 'Custom' | 'NoAuthentication';

/**
 * How OAuth tokens are come by. The client credentials variants differ in where the client's secret
 * stands: in the form body, or in a Basic header.
 */
export type OauthVariant =
    'AuthorizationCode' | 'ClientCredentialsClientSecret' | 'ClientCredentialsClientSecretBasic';

export interface ExternalCredential {
    readonly id: string;
    readonly developerName: string;
    readonly label: string;
    readonly protocol: AuthenticationProtocol;
    /** Null unless the protocol is OAuth. */
    readonly variant: OauthVariant | null;
    /** Token URL of client credentials. */
    readonly tokenUrl: string | null;
    /** ExternalAuthIdentityProvider of the authorization code flow. */
    readonly identityProvider: string | null;
    readonly scope: string;
    readonly principals: readonly Principal[];
    readonly headers: readonly CredentialHeader[];
    /** Status codes besides 401 that mean an expired token. */
    readonly refreshStatusCodes: readonly number[];
}

export type PrincipalType = 'NamedPrincipal' | 'PerUserPrincipal';

export interface Principal {
    /** What SetupEntityAccess names. */
    readonly id: string;
    readonly name: string;
    readonly type: PrincipalType;
    readonly sequence: number;
    /** Overrides the credential's own, when the principal has one. */
    readonly scope: string | null;
}

export interface IdentityProvider {
    readonly id: string;
    readonly developerName: string;
    readonly label: string;
    readonly flow: 'AuthorizationCode' | 'ClientCredentials';
    readonly authorizeUrl: string;
    readonly tokenUrl: string;
    readonly userInfoUrl: string | null;
    /** Where the client's secret stands in token requests. */
    readonly clientAuthentication: 'ClientSecretPost' | 'ClientSecretBasic';
    readonly pkce: boolean;
    readonly authorizeParameters: RequestParameters;
    readonly tokenParameters: RequestParameters;
    readonly tokenHeaders: RequestParameters;
    readonly refreshParameters: RequestParameters;
    readonly refreshHeaders: RequestParameters;
}

export type RequestParameters = readonly (readonly [name: string, value: string])[];
