import type {
    Layout,
    LayoutItem,
    LayoutSection as SectionMetadata
} from '@salesforce/types/metadata';

import type { ObjectSchema, Schema } from '../../data/schema/types.ts';
import type { SourceModel } from '../../metadata/model/model.ts';
import type { LayoutField, LayoutSection, RelatedList } from '../../server/orgClient.ts';
import { STANDARD_LAYOUTS, type StandardLayout } from './standardLayouts.ts';

/** The page layout of an object, fields that the org lacks left out. */
export interface PageLayout {
    readonly compactFields: readonly string[];
    readonly sections: readonly LayoutSection[];
    readonly relatedLists: readonly RelatedList[];
    readonly listFields: readonly string[];
}

/** The layout of the source when it has one for the object, else the standard one. */
export function pageLayout(object: ObjectSchema, model: SourceModel, schema: Schema): PageLayout {
    const standard = STANDARD_LAYOUTS[object.name] ?? generalLayout(object);
    const custom = model
        .list('Layout')
        .find((layout) => layout.fullName.startsWith(`${object.name}-`))?.metadata;
    const known = (name: string): boolean => schema.field(object.name, name) !== undefined;
    return {
        compactFields: standard.compact.filter(known),
        sections: custom
            ? customSections(custom, known)
            : standardSections(standard, object, known),
        relatedLists: standard.related.filter((list) =>
            schema.childRelationship(object.name, list.relationshipName)
        ),
        listFields: standard.list.filter(known)
    };
}

/** Any other object: its name and its custom fields. */
function generalLayout(object: ObjectSchema): StandardLayout {
    const name = object.fields.find((field) => field.nameField)?.name ?? 'Id';
    const own = object.fields.filter((field) => field.custom).map((field) => field.name);
    const half = Math.ceil(own.length / 2);
    return {
        compact: own.slice(0, 4),
        sections: [
            { label: 'Information', columns: [[name, ...own.slice(0, half)], own.slice(half)] },
            {
                label: 'System Information',
                columns: [
                    ['CreatedById', 'OwnerId'],
                    ['LastModifiedById', 'LastModifiedDate']
                ]
            }
        ],
        related: [],
        list: [name, ...own.slice(0, 5)]
    };
}

function standardSections(
    layout: StandardLayout,
    object: ObjectSchema,
    known: (name: string) => boolean
): readonly LayoutSection[] {
    const fieldOf = (name: string): LayoutField => {
        const field = object.fields.find((one) => one.name === name);
        return {
            name,
            readOnly: !(field?.updateable ?? false),
            required: field !== undefined && !field.nillable && field.type !== 'boolean'
        };
    };
    return layout.sections.map(({ label, columns }) => ({
        label,
        columns: columns.map((column) => column.filter(known).map(fieldOf))
    }));
}

function customSections(
    layout: Layout,
    known: (name: string) => boolean
): readonly LayoutSection[] {
    return layout.layoutSections
        .filter((section) => section.style !== 'CustomLinks')
        .map((section: SectionMetadata) => ({
            label: section.label ?? '',
            columns: section.layoutColumns.map((column) =>
                column.layoutItems.flatMap((item) => layoutField(item, known))
            )
        }));
}

function layoutField(item: LayoutItem, known: (name: string) => boolean): readonly LayoutField[] {
    return item.field !== undefined && known(item.field)
        ? [
              {
                  name: item.field,
                  readOnly: item.behavior === 'Readonly',
                  required: item.behavior === 'Required'
              }
          ]
        : [];
}
