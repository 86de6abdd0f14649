import type {
    ApexClass,
    ApexComponent,
    ApexPage,
    ApexTrigger,
    AuraDefinitionBundle,
    ConnectedApp,
    CspTrustedSite,
    CustomApplication,
    CustomField,
    CustomFieldTranslation,
    CustomLabels,
    CustomMetadata,
    CustomObject,
    CustomObjectTranslation,
    CustomPermission,
    CustomTab,
    ExternalAuthIdentityProvider,
    ExternalClientApplication,
    ExternalCredential,
    ExtlClntAppConfigurablePolicies,
    ExtlClntAppGlobalOauthSettings,
    ExtlClntAppOauthConfigurablePolicies,
    ExtlClntAppOauthSettings,
    FieldSet,
    FlexiPage,
    GlobalValueSet,
    Layout,
    LightningComponentBundle,
    LightningMessageChannel,
    NamedCredential,
    PermissionSet,
    PermissionSetGroup,
    PlatformCachePartition,
    PlatformEventSubscriberConfig,
    Profile,
    QuickAction,
    RecordType,
    RemoteSiteSetting,
    StandardValueSet,
    StaticResource,
    Translations,
    ValidationRule
} from '@salesforce/types/metadata';

/** The metadata types that the local org understands. */
export interface MetadataTypes {
    readonly ApexClass: ApexClass;
    readonly ApexComponent: ApexComponent;
    readonly ApexPage: ApexPage;
    readonly ApexTrigger: ApexTrigger;
    readonly AuraDefinitionBundle: AuraDefinitionBundle;
    readonly ConnectedApp: ConnectedApp;
    readonly CspTrustedSite: CspTrustedSite;
    readonly CustomApplication: CustomApplication;
    readonly CustomField: CustomField;
    readonly CustomFieldTranslation: CustomFieldTranslation;
    readonly CustomLabels: CustomLabels;
    readonly CustomMetadata: CustomMetadata;
    readonly CustomObject: CustomObject;
    readonly CustomObjectTranslation: CustomObjectTranslation;
    readonly CustomPermission: CustomPermission;
    readonly CustomTab: CustomTab;
    readonly ExternalAuthIdentityProvider: ExternalAuthIdentityProvider;
    readonly ExternalClientApplication: ExternalClientApplication;
    readonly ExternalCredential: ExternalCredential;
    readonly ExtlClntAppConfigurablePolicies: ExtlClntAppConfigurablePolicies;
    readonly ExtlClntAppGlobalOauthSettings: ExtlClntAppGlobalOauthSettings;
    readonly ExtlClntAppOauthConfigurablePolicies: ExtlClntAppOauthConfigurablePolicies;
    readonly ExtlClntAppOauthSettings: ExtlClntAppOauthSettings;
    readonly FieldSet: FieldSet;
    readonly FlexiPage: FlexiPage;
    readonly GlobalValueSet: GlobalValueSet;
    readonly Layout: Layout;
    readonly LightningComponentBundle: LightningComponentBundle;
    readonly LightningMessageChannel: LightningMessageChannel;
    readonly NamedCredential: NamedCredential;
    readonly PermissionSet: PermissionSet;
    readonly PermissionSetGroup: PermissionSetGroup;
    readonly PlatformCachePartition: PlatformCachePartition;
    readonly PlatformEventSubscriberConfig: PlatformEventSubscriberConfig;
    readonly Profile: Profile;
    readonly QuickAction: QuickAction;
    readonly RecordType: RecordType;
    readonly RemoteSiteSetting: RemoteSiteSetting;
    readonly StandardValueSet: StandardValueSet;
    readonly StaticResource: StaticResource;
    readonly Translations: Translations;
    readonly ValidationRule: ValidationRule;
}

export type MetadataTypeName = keyof MetadataTypes;

/**
 * How a type lies in the source tree. `file`: one XML file. `content`: XML beside one file of code or
 * data. `bundle`: XML inside a folder of that name. `child`: XML in a folder of its object.
 */
export type SourceLayout = 'file' | 'content' | 'bundle' | 'child';

export interface RegisteredType {
    readonly type: MetadataTypeName;
    readonly layout: SourceLayout;
}

/** By file suffix: `x.permissionset-meta.xml` is a PermissionSet. */
export const BY_SUFFIX: Readonly<Record<string, RegisteredType>> = {
    app: { type: 'CustomApplication', layout: 'file' },
    cachePartition: { type: 'PlatformCachePartition', layout: 'file' },
    cls: { type: 'ApexClass', layout: 'content' },
    component: { type: 'ApexComponent', layout: 'content' },
    connectedApp: { type: 'ConnectedApp', layout: 'file' },
    cspTrustedSite: { type: 'CspTrustedSite', layout: 'file' },
    customPermission: { type: 'CustomPermission', layout: 'file' },
    eca: { type: 'ExternalClientApplication', layout: 'file' },
    ecaGlblOauth: { type: 'ExtlClntAppGlobalOauthSettings', layout: 'file' },
    ecaOauth: { type: 'ExtlClntAppOauthSettings', layout: 'file' },
    ecaOauthPlcy: { type: 'ExtlClntAppOauthConfigurablePolicies', layout: 'file' },
    ecaPlcy: { type: 'ExtlClntAppConfigurablePolicies', layout: 'file' },
    externalAuthIdentityProvider: { type: 'ExternalAuthIdentityProvider', layout: 'file' },
    externalCredential: { type: 'ExternalCredential', layout: 'file' },
    field: { type: 'CustomField', layout: 'child' },
    fieldSet: { type: 'FieldSet', layout: 'child' },
    fieldTranslation: { type: 'CustomFieldTranslation', layout: 'child' },
    flexipage: { type: 'FlexiPage', layout: 'file' },
    globalValueSet: { type: 'GlobalValueSet', layout: 'file' },
    js: { type: 'LightningComponentBundle', layout: 'bundle' },
    labels: { type: 'CustomLabels', layout: 'file' },
    layout: { type: 'Layout', layout: 'file' },
    md: { type: 'CustomMetadata', layout: 'file' },
    messageChannel: { type: 'LightningMessageChannel', layout: 'file' },
    namedCredential: { type: 'NamedCredential', layout: 'file' },
    object: { type: 'CustomObject', layout: 'file' },
    objectTranslation: { type: 'CustomObjectTranslation', layout: 'file' },
    page: { type: 'ApexPage', layout: 'content' },
    permissionset: { type: 'PermissionSet', layout: 'file' },
    permissionsetgroup: { type: 'PermissionSetGroup', layout: 'file' },
    platformEventSubscriberConfig: { type: 'PlatformEventSubscriberConfig', layout: 'file' },
    profile: { type: 'Profile', layout: 'file' },
    quickAction: { type: 'QuickAction', layout: 'file' },
    recordType: { type: 'RecordType', layout: 'child' },
    remoteSite: { type: 'RemoteSiteSetting', layout: 'file' },
    resource: { type: 'StaticResource', layout: 'content' },
    standardValueSet: { type: 'StandardValueSet', layout: 'file' },
    tab: { type: 'CustomTab', layout: 'file' },
    translation: { type: 'Translations', layout: 'file' },
    trigger: { type: 'ApexTrigger', layout: 'content' },
    validationRule: { type: 'ValidationRule', layout: 'child' }
};

/** Inside `aura/<name>/`, whichever of these the bundle has. */
export const AURA_SUFFIXES: readonly string[] = ['app', 'cmp', 'design', 'evt', 'intf', 'tokens'];

/** Children of an object that change nothing the local org does: read by no one, silently passed over. */
export const IGNORED_CHILDREN: readonly string[] = [
    'businessProcess',
    'compactLayout',
    'index',
    'listView',
    'sharingReason',
    'webLink'
];

export const ROOT_TYPES: readonly MetadataTypeName[] = [
    ...new Set([
        ...Object.values(BY_SUFFIX).map((entry) => entry.type),
        'AuraDefinitionBundle' as const
    ])
];
