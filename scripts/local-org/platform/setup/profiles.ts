/** Letters of a grant on an object: Create, Read, Edit, Delete, View all, Modify all. */
export type ObjectLetters = string;

/** A profile that every org has. */
export interface StandardProfile {
    /** As the Metadata API names it. */
    readonly fullName: string;
    /** As people and SOQL name it. */
    readonly name: string;
    readonly license: string;
    /** Custom profiles are the ones that an installation for all users reaches. */
    readonly custom: boolean;
    readonly objects: Readonly<Record<string, ObjectLetters>>;
    /** Names of user permissions, without the prefix `Permissions`. */
    readonly userPermissions: readonly string[];
}

const READ_ONLY = {
    Account: 'R',
    Asset: 'R',
    Campaign: 'R',
    Case: 'R',
    Contact: 'R',
    Contract: 'R',
    Lead: 'R',
    Opportunity: 'R',
    Order: 'R',
    Pricebook2: 'R',
    Product2: 'R',
    Solution: 'R'
};

const STANDARD_USER = {
    Account: 'CRED',
    Asset: 'CRED',
    Campaign: 'R',
    Case: 'CRE',
    Contact: 'CRED',
    Contract: 'CRED',
    Lead: 'CRED',
    Opportunity: 'CRED',
    Order: 'CRED',
    Pricebook2: 'R',
    Product2: 'R',
    Solution: 'CRE',
    // Standard profiles come with their own tokens of external credentials.
    UserExternalCredential: 'CRED'
};

const ADMINISTRATOR = Object.fromEntries(
    Object.keys(STANDARD_USER).map((name) => [name, 'CREDVM'])
);

const USER_BASICS = [
    'ApiEnabled',
    'EditEvent',
    'EditTask',
    'LightningExperienceUser',
    'RunReports',
    'ViewHelpLink',
    'ViewRoles'
];

const ADMINISTRATION = [
    ...USER_BASICS,
    'AssignPermissionSets',
    'AuthorApex',
    'CustomizeApplication',
    'InstallPackaging',
    'ManageInternalUsers',
    'ManageProfilesPermissionsets',
    'ManageRemoteAccess',
    'ManageRoles',
    'ManageSharing',
    'ManageTranslation',
    'ManageUsers',
    'ModifyAllData',
    'ModifyMetadata',
    'ResetPasswords',
    'ViewAllData',
    'ViewAllUsers',
    'ViewSetup'
];

/** The profiles that matter to a company with Sales and Service Cloud, as Salesforce ships them. */
export const STANDARD_PROFILES: readonly StandardProfile[] = [
    profile('Admin', 'System Administrator', ADMINISTRATOR, ADMINISTRATION),
    profile('Standard', 'Standard User', STANDARD_USER, [...USER_BASICS, 'ViewSetup']),
    profile('ReadOnly', 'Read Only', READ_ONLY, [...USER_BASICS, 'ViewSetup']),
    profile('MarketingProfile', 'Marketing User', { ...STANDARD_USER, Campaign: 'CRED' }, [
        ...USER_BASICS,
        'ViewSetup'
    ]),
    profile('ContractManager', 'Contract Manager', STANDARD_USER, [...USER_BASICS, 'ViewSetup']),
    profile('SolutionManager', 'Solution Manager', { ...STANDARD_USER, Solution: 'CRED' }, [
        ...USER_BASICS,
        'ViewSetup'
    ]),
    profile('Minimum Access - Salesforce', 'Minimum Access - Salesforce', {}, [
        'LightningExperienceUser',
        'ViewHelpLink'
    ]),
    {
        ...profile(
            'StandardAul',
            'Standard Platform User',
            { Account: 'CRED', Contact: 'CRED', UserExternalCredential: 'CRED' },
            USER_BASICS
        ),
        license: 'Salesforce Platform'
    },
    customProfile('Custom: Marketing Profile', { ...STANDARD_USER, Campaign: 'CRED' }),
    customProfile('Custom: Sales Profile', STANDARD_USER),
    customProfile('Custom: Support Profile', { ...STANDARD_USER, Case: 'CRED' })
];

function profile(
    fullName: string,
    name: string,
    objects: Readonly<Record<string, ObjectLetters>>,
    userPermissions: readonly string[]
): StandardProfile {
    return { fullName, name, license: 'Salesforce', custom: false, objects, userPermissions };
}

function customProfile(
    name: string,
    objects: Readonly<Record<string, ObjectLetters>>
): StandardProfile {
    return { ...profile(name, name, objects, [...USER_BASICS, 'ViewSetup']), custom: true };
}

/** The profile's name in the org by its Metadata API name: `Admin` is System Administrator. */
export function profileName(fullName: string): string {
    const known = STANDARD_PROFILES.find((entry) => entry.fullName === fullName);
    return known?.name ?? fullName;
}
