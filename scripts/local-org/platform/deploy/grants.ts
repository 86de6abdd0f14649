import type { PermissionSet } from '@salesforce/types/metadata';

import { isFieldPermissionable } from '../../data/access/permissionable.ts';
import type { AccessGrants, EntityGrant, FieldGrant, ObjectGrant } from '../setup/access.ts';
import { tabSetId } from '../ui/appVisibility.ts';
import { entityId } from './code.ts';
import type { DeployContext } from './context.ts';

/** What permission sets and profiles have in common, in the words of the Metadata API. */
export interface AccessMetadata {
    readonly applicationVisibilities: readonly {
        readonly application: string;
        readonly visible: boolean;
    }[];
    readonly classAccesses: PermissionSet['classAccesses'];
    readonly customPermissions: PermissionSet['customPermissions'];
    readonly fieldPermissions: readonly FieldPermission[];
    readonly objectPermissions: readonly ObjectPermission[];
    readonly pageAccesses: PermissionSet['pageAccesses'];
    readonly userPermissions: PermissionSet['userPermissions'];
    /** Permission sets only. */
    readonly externalCredentialPrincipalAccesses?: PermissionSet['externalCredentialPrincipalAccesses'];
}

type FieldPermission = Pick<PermissionSet['fieldPermissions'][number], 'field' | 'editable'> & {
    readonly readable?: boolean;
};

type ObjectPermission = Partial<Omit<PermissionSet['objectPermissions'][number], 'object'>> & {
    readonly object: string;
};

/** The grants that a file asks for; what names nothing of this org is reported and left out. */
export function grantsOf(
    metadata: AccessMetadata,
    component: string,
    context: DeployContext
): AccessGrants {
    const scope = { component, context };
    return {
        objects: objectGrants(metadata, scope),
        fields: fieldGrants(metadata, scope),
        entities: [
            ...entities(metadata.classAccesses, 'apexClass', 'ApexClass', scope),
            ...entities(metadata.pageAccesses, 'apexPage', 'ApexPage', scope),
            ...entities(metadata.customPermissions, 'name', 'CustomPermission', scope),
            ...principals(metadata, scope),
            ...lightningApps(metadata, scope)
        ],
        userPermissions: metadata.userPermissions.filter((p) => p.enabled).map((p) => p.name)
    };
}

interface Scope {
    readonly component: string;
    readonly context: DeployContext;
}

/** Objects that have object permissions and no schema. */
const WITHOUT_SCHEMA = ['UserExternalCredential'];

function objectGrants(metadata: AccessMetadata, scope: Scope): readonly ObjectGrant[] {
    return metadata.objectPermissions.flatMap((permission) => {
        const known = scope.context.schema.object(permission.object)?.name;
        const object = known ?? WITHOUT_SCHEMA.find((name) => name === permission.object);
        if (object === undefined) {
            missing(scope, 'object', 'CustomObject', permission.object);
            return [];
        }
        return [
            {
                object,
                create: permission.allowCreate ?? false,
                read: permission.allowRead ?? false,
                edit: permission.allowEdit ?? false,
                delete: permission.allowDelete ?? false,
                viewAll: permission.viewAllRecords ?? false,
                modifyAll: permission.modifyAllRecords ?? false,
                viewAllFields: permission.viewAllFields ?? false
            }
        ];
    });
}

function fieldGrants(metadata: AccessMetadata, scope: Scope): readonly FieldGrant[] {
    const { schema, report } = scope.context;
    return metadata.fieldPermissions.flatMap((permission) => {
        const [objectName = '', fieldName = ''] = permission.field.split('.');
        const field = schema.field(objectName, fieldName);
        const object = schema.object(objectName);
        if (!field || !object) {
            missing(scope, 'field', 'CustomField', permission.field);
            return [];
        }
        if (!isFieldPermissionable(object, field)) {
            const message = `You cannot deploy to a required field: ${object.name}.${field.name}`;
            report({ component: scope.component, message });
            return [];
        }
        return [
            {
                object: object.name,
                field: field.name,
                read: permission.readable ?? permission.editable,
                edit: permission.editable
            }
        ];
    });
}

function entities<K extends string>(
    accesses: readonly ({ readonly enabled: boolean } & { readonly [key in K]: string })[],
    nameElement: K,
    type: 'ApexClass' | 'ApexPage' | 'CustomPermission',
    scope: Scope
): readonly EntityGrant[] {
    return accesses
        .filter((access) => access.enabled)
        .flatMap((access) => {
            const id = entityId(scope.context, type, access[nameElement]);
            if (id === undefined) {
                missing(scope, nameElement, type, access[nameElement]);
            }
            return id === undefined ? [] : [{ type, id }];
        });
}

/** `Credential-Principal`, with a dash and no spaces. */
function principals(metadata: AccessMetadata, scope: Scope): readonly EntityGrant[] {
    const accesses = metadata.externalCredentialPrincipalAccesses ?? [];
    return accesses
        .filter((access) => access.enabled)
        .flatMap(({ externalCredentialPrincipal: name }) => {
            const dash = name.indexOf('-');
            const credential = scope.context.credentials.external.get(name.slice(0, dash));
            const found = credential?.principals.find(
                (principal) => principal.name === name.slice(dash + 1)
            );
            if (!found) {
                missing(scope, 'externalCredentialPrincipal', 'ExternalCredentialParameter', name);
            }
            return found ? [{ type: 'ExternalCredentialParameter' as const, id: found.id }] : [];
        });
}

/** Salesforce's own apps, `standard__LightningSales`, are seen by everybody here. */
function lightningApps(metadata: AccessMetadata, scope: Scope): readonly EntityGrant[] {
    return metadata.applicationVisibilities
        .filter(({ application, visible }) => visible && !application.startsWith('standard__'))
        .flatMap(({ application }) => {
            const known = scope.context.model.find('CustomApplication', application);
            if (!known) {
                missing(scope, 'application', 'CustomApplication', application);
            }
            return known ? [{ type: 'TabSet' as const, id: tabSetId(application) }] : [];
        });
}

function missing(scope: Scope, element: string, type: string, name: string): void {
    scope.context.report({
        component: scope.component,
        message: `In field: ${element} - no ${type} named ${name} found`
    });
}
