import { type FieldValues, put } from '../store/types.ts';
import type { DeployContext } from './context.ts';
import { isRelationship, linkCustomMetadata } from './metadataRelationships.ts';

/** Custom metadata records as rows of their type. */
export function deployCustomMetadata(context: DeployContext): void {
    const { model, rows, schema, report } = context;
    for (const record of model.customMetadata) {
        const component = `CustomMetadata ${record.fullName}`;
        if (!schema.object(record.objectName)) {
            report({ component, message: `There is no custom metadata type ${record.objectName}` });
            continue;
        }
        const values: Record<string, FieldValues[string]> = {
            MasterLabel: record.label,
            Label: record.label,
            QualifiedApiName: record.developerName,
            Language: 'en_US'
        };
        for (const { field, value } of record.values) {
            const known = schema.field(record.objectName, field);
            if (known) {
                values[known.name] = isRelationship(record, field, context) ? null : value;
            } else {
                report({ component, message: `There is no field ${record.objectName}.${field}` });
            }
        }
        put(rows, record.objectName, { DeveloperName: record.developerName }, values);
    }
    linkCustomMetadata(context);
}
