import { readFileSync } from 'node:fs';

import type { OrgMetadata } from '../../apex/library/org/ports.ts';
import { resourceFile } from '../../metadata/model/staticResources.ts';
import type { SourceModel } from '../../metadata/model/model.ts';
import { localizedObject } from '../ui/localize.ts';

/**
 * Texts and files of the source as the Apex library asks for them. `model` is asked each time, so a
 * refreshed source shows.
 */
export function metadataPort(
    model: () => SourceModel
): Pick<OrgMetadata, 'cachePartitions' | 'label' | 'localized' | 'staticResource'> {
    return {
        label: (namespace, name, language) =>
            namespace === null || namespace === 'c'
                ? (model().label(name, language) ?? null)
                : null,
        localized: (object, language) => localizedObject(object, language, model()),
        staticResource(name) {
            const resource = model().find('StaticResource', name);
            const file = resource && resourceFile(resource);
            return resource && file !== undefined
                ? { contentType: resource.metadata.contentType, body: readFileSync(file) }
                : null;
        },
        cachePartitions: () =>
            model()
                .list('PlatformCachePartition')
                .map(({ fullName, metadata }) => ({
                    name: fullName,
                    isDefault: metadata.isDefaultPartition
                }))
    };
}
