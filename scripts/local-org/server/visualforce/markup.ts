import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { VisualforceProblem } from './problem.ts';

export type MarkupNode =
    | { readonly kind: 'text'; readonly text: string }
    | {
          readonly kind: 'element';
          /** As written, with its prefix: `apex:page`. */
          readonly name: string;
          readonly attributes: Readonly<Record<string, string>>;
          readonly children: readonly MarkupNode[];
      };

export type MarkupElement = Extract<MarkupNode, { kind: 'element' }>;

/** Entities stay as they are written, since text goes into a page again. */
const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    allowBooleanAttributes: false,
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: false,
    processEntities: false,
    stopNodes: ['*.script', '*.style']
});

type Parsed = Readonly<Record<string, unknown>>;

/** The root of a page or component. Visualforce is XML: what is not well-formed is refused. */
export function parseMarkup(markup: string, file: string): MarkupElement {
    const valid = XMLValidator.validate(markup);
    if (valid !== true) {
        throw new VisualforceProblem(`${file}:${valid.err.line} ${valid.err.msg}`);
    }
    const roots = nodesOf(parser.parse(markup) as readonly Parsed[]).filter(
        (node) => node.kind === 'element'
    );
    const [root] = roots;
    if (!root || roots.length > 1) throw new VisualforceProblem(`${file} needs one root element`);
    return root;
}

function nodesOf(items: readonly Parsed[]): readonly MarkupNode[] {
    return items.flatMap((item): readonly MarkupNode[] => {
        const name = Object.keys(item).find((key) => key !== ':@');
        if (name === undefined || name.startsWith('?')) return [];
        if (name === '#text') return [{ kind: 'text', text: String(item[name]) }];
        const attributes = (item[':@'] ?? {}) as Readonly<Record<string, string>>;
        const children = nodesOf(item[name] as readonly Parsed[]);
        return [{ kind: 'element', name, attributes, children }];
    });
}
