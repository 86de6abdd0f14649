import { isFieldPermissionable } from '../../data/access/permissionable.ts';
import type { Schema } from '../../data/schema/types.ts';
import type { ObjectMetadata } from '../../metadata/model/objects.ts';
import type { AccessGrants, FieldGrant } from '../setup/access.ts';
import { addGrants, fullObjectGrant } from '../setup/access.ts';
import { tabSetId } from '../ui/appVisibility.ts';
import { entityId } from './code.ts';
import type { DeployContext } from './context.ts';

/** Whom an installation gives access: administrators alone, or custom profiles too. */
export type InstallFor = 'admins' | 'all';

/**
 * Gives profiles access to what a package brings. An installation of an unlocked package reaches
 * System Administrator, and for all users every custom profile as well; standard profiles get
 * nothing either way (developer guide, "How We Handle Profile Settings in Unlocked Packages").
 */
export function grantInstalled(installFor: InstallFor, context: DeployContext): void {
    const { rows, schema } = context;
    const grants = packageGrants(context);
    rows.find('PermissionSet', { IsOwnedByProfile: true })
        .filter(
            (set) =>
                set.values['Label'] === 'System Administrator' ||
                (installFor === 'all' && set.values['IsCustom'] === true)
        )
        .forEach((set) => addGrants(rows, schema, set.id, grants));
}

function packageGrants(context: DeployContext): AccessGrants {
    const { model, schema } = context;
    const custom = [...model.objects].filter((object) => /__c$/.test(object.fullName));
    const ownObjects = custom.filter((object) => object.definition !== null);
    const fields = [...model.objects].flatMap((object) => customFields(object, schema));
    return {
        objects: ownObjects
            .filter((object) => object.definition?.customSettingsType === undefined)
            .map((object) => fullObjectGrant(object.fullName)),
        fields,
        entities: [
            ...(['ApexClass', 'ApexPage'] as const).flatMap((type) =>
                model.list(type).flatMap(({ fullName }) => {
                    const id = entityId(context, type, fullName);
                    return id === undefined ? [] : [{ type, id }];
                })
            ),
            ...model
                .list('CustomApplication')
                .map(({ fullName }) => ({ type: 'TabSet' as const, id: tabSetId(fullName) }))
        ],
        userPermissions: []
    };
}

function customFields(object: ObjectMetadata, schema: Schema): readonly FieldGrant[] {
    const known = schema.object(object.fullName);
    return object.fields.flatMap(({ fullName }) => {
        const field = schema.field(object.fullName, fullName);
        return known && field?.custom && isFieldPermissionable(known, field)
            ? [{ object: known.name, field: field.name, read: true, edit: field.updateable }]
            : [];
    });
}
