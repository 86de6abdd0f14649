/** A user that can log in, as the user switcher shows it. */
export interface OrgUser {
    /** 18 characters. */
    readonly id: string;
    readonly name: string;
    readonly username: string;
    readonly profileName: string;
    readonly title: string | null;
}

/** What the browser session of a user depends on. */
export interface UserContext extends OrgUser {
    /** `UserInfo.getLanguage()`, e.g. `en_US`, `fr`. */
    readonly language: string;
    /** `UserInfo.getLocale()`, e.g. `fr_FR`. */
    readonly locale: string;
    /** IANA name, e.g. `Europe/Paris`. */
    readonly timeZone: string;
    /** ISO 4217 code. */
    readonly currency: string;
    readonly organizationId: string;
    readonly organizationName: string;
    /** "Customize Application": sees Setup. */
    readonly isAdministrator: boolean;
}

export interface SessionSource {
    /** Active users, in the order of the user switcher. */
    listUsers(): Promise<readonly OrgUser[]>;
    /** Undefined for an unknown or inactive user. */
    userContext(userId: string): Promise<UserContext | undefined>;
    /**
     * Values of scoped modules by specifier: `@salesforce/label/c.X` (in the user's language),
     * `@salesforce/customPermission/X` and `@salesforce/userPermission/X` (true or undefined),
     * `@salesforce/resourceUrl/X`, `@salesforce/contentAssetUrl/X` (a path on this server).
     * A specifier that names nothing in this org is absent from the answer.
     */
    scopedValues(
        userId: string,
        specifiers: readonly string[]
    ): Promise<Readonly<Record<string, string | boolean | null>>>;
}
