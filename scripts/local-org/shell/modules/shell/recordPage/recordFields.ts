import type { ObjectInfo, PageModel, PageNode } from '../session/types.ts';

type RecordModel = Extract<PageModel, { kind: 'record' }>;

/** Field paths that the highlights panel, the detail panel and field sections show. */
export function fieldsOf({ object, model, tree }: RecordModel): readonly string[] {
    const layout = model.layoutSections.flatMap(({ columns }) => columns.flat());
    const placed = tree.regions.flatMap(({ items }) => fieldNodes(items));
    const names = [
        ...object.nameFields,
        ...model.compactFields,
        ...layout.map(({ name }) => name),
        ...placed
    ];
    return [...new Set(names.flatMap((name) => withParentName(name, object)))];
}

/** A look-up shows the parent's name. */
function withParentName(name: string, object: ObjectInfo): readonly string[] {
    const field = object.fields[name];
    const parent = field?.reference ? field.relationshipName : null;
    return [name, ...(parent ? [`${parent}.Name`] : [])].map((path) => `${object.apiName}.${path}`);
}

function fieldNodes(nodes: readonly PageNode[]): readonly string[] {
    return nodes.flatMap((node) => [
        ...(node.component === 'field' ? [String(node.properties['fieldName'])] : []),
        ...Object.values(node.facets).flatMap(fieldNodes)
    ]);
}
