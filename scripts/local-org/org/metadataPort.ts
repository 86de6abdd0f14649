import type { FieldSetDefinition, OrgMetadata } from '../apex/library/org/ports.ts';
import type { SourceModel } from '../metadata/model/model.ts';
import { metadataPort } from '../platform/ports/metadataPort.ts';

/** The source's metadata as the Apex library asks for it. */
export function metadataOf(model: () => SourceModel): OrgMetadata {
    return {
        ...metadataPort(model),
        fieldSets: (objectName) => fieldSetsOf(model(), objectName),
        // The org keeps no picklists by record type: every value is offered.
        recordTypePicklist: () => null
    };
}

function fieldSetsOf(model: SourceModel, objectName: string): readonly FieldSetDefinition[] {
    const sets = model.objects.get(objectName)?.fieldSets ?? [];
    return sets.map(({ fullName, label, description, displayedFields }) => ({
        name: fullName,
        label,
        description,
        members: displayedFields.map(({ field, isRequired }) => ({
            fieldPath: field ?? '',
            required: isRequired ?? false
        }))
    }));
}
