import { sobjectSignature, type SObjectSignature } from '../../../apex/signatures/sobjects.ts';
import { labelOf } from '../field.ts';
import type { ChildRelationship, FieldSchema, ObjectKind, ObjectSchema } from '../types.ts';
import { hasField, type OrgFeatures } from './features.ts';
import { standardKeyPrefix } from './keyPrefixes.ts';
import { OVERLAYS } from './overlay/overlays.ts';
import type { StandardOverlay } from './overlay/traits.ts';
import { standardField } from './standardField.ts';

const CLOSED: StandardOverlay = { keyPrefix: '', nameField: '' };

/** A standard object without what the org's source adds to it; undefined when there is none. */
export function standardObject(name: string, features: OrgFeatures): ObjectSchema | undefined {
    const signature = sobjectSignature(name);
    if (signature === undefined) {
        return undefined;
    }
    const overlay = OVERLAYS[signature.name] ?? {
        ...CLOSED,
        keyPrefix: standardKeyPrefix(signature.name)
    };
    const fields = standardFields(signature, overlay, features);
    return {
        name: signature.name,
        ...labels(signature.name, overlay),
        kind: kindOf(signature, overlay),
        keyPrefix: overlay.keyPrefix,
        sharingModel: overlay.sharingModel ?? 'ReadWrite',
        fields: withNameField(fields, overlay),
        childRelationships: standardChildren(signature, features),
        validationRules: [],
        fieldSets: [],
        recordTypes: [],
        queryable: true,
        createable: overlay.createable ?? true,
        updateable: overlay.updateable ?? true,
        deletable: overlay.deletable ?? true
    };
}

function kindOf(signature: SObjectSignature, overlay: StandardOverlay): ObjectKind {
    const isEvent = signature.fields.some((field) => field.name === 'ReplayId');
    return overlay.kind ?? (isEvent ? 'platformEvent' : 'standard');
}

function labels(name: string, overlay: StandardOverlay): { label: string; labelPlural: string } {
    const label = overlay.label ?? labelOf(name);
    return { label, labelPlural: overlay.labelPlural ?? plural(label) };
}

function plural(label: string): string {
    if (/[^aeiou]y$/.test(label)) {
        return `${label.slice(0, -1)}ies`;
    }
    return /(?:s|x|ch|sh)$/.test(label) ? label : `${label}s`;
}

function standardFields(
    signature: SObjectSignature,
    overlay: StandardOverlay,
    features: OrgFeatures
): readonly FieldSchema[] {
    return signature.fields
        .filter((field) => hasField(signature.name, field.name, features))
        .map((field) => standardField(field, overlay.fields?.[field.name]))
        .filter((field) => field !== null);
}

/** Objects nobody curated: a text field called Name is their name field. */
function withNameField(
    fields: readonly FieldSchema[],
    overlay: StandardOverlay
): readonly FieldSchema[] {
    const name = overlay.nameField ?? 'Name';
    return fields.map((field) =>
        field.name === name && !field.nameField ? { ...field, nameField: true } : field
    );
}

/** The children that the platform's Apex types name, each with the lookup behind it. */
function standardChildren(
    parent: SObjectSignature,
    features: OrgFeatures
): readonly ChildRelationship[] {
    return parent.children.flatMap(({ name, object }) => {
        const lookup = lookupBehind(parent.name, name, object, features);
        return lookup === undefined ? [] : [{ ...lookup, name, childObject: object }];
    });
}

function lookupBehind(
    parent: string,
    relationship: string,
    child: string,
    features: OrgFeatures
): Omit<ChildRelationship, 'name' | 'childObject'> | undefined {
    const signature = sobjectSignature(child);
    const curated = OVERLAYS[child]?.fields ?? {};
    const candidates = (signature?.fields ?? []).filter(
        (field) => field.type === 'Id' && hasField(child, field.name, features)
    );
    const named = candidates.filter((field) => {
        const traits = curated[field.name];
        const known = traits?.childRelationshipName === relationship;
        return known && (traits?.referenceTo ?? []).includes(parent);
    });
    const typed = candidates.filter((field) => field.relationship?.target === parent);
    const open = candidates.filter((field) => isPolymorphic(field.relationship?.target));
    const found =
        named[0] ?? sameName(typed, parent) ?? typed[0] ?? sameName(open, 'Parent') ?? open[0];
    const traits = found && curated[found.name];
    return (
        found && {
            field: found.name,
            cascadeDelete: traits?.cascadeDelete ?? false,
            restrictedDelete: traits?.restrictedDelete ?? false
        }
    );
}

function isPolymorphic(target: string | undefined): boolean {
    return target === 'Name' || target === 'SObject';
}

function sameName<T extends { readonly name: string }>(
    fields: readonly T[],
    name: string
): T | undefined {
    return fields.find((field) => field.name === `${name}Id`);
}
