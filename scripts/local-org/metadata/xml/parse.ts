import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** An element: its own text trimmed (as Salesforce trims what it stores), children in order. */
export interface XmlNode {
    readonly name: string;
    readonly attributes: Readonly<Record<string, string>>;
    readonly text: string;
    readonly children: readonly XmlNode[];
    readonly line: number;
}

/** Text that is no well-formed XML. */
export class XmlSyntaxError extends Error {
    readonly line: number;

    constructor(message: string, line: number) {
        super(message);
        this.name = 'XmlSyntaxError';
        this.line = line;
    }
}

type RawNode = Readonly<Record<string | symbol, unknown>>;

const ATTRIBUTES = ':@';
const TEXT = '#text';
const META = XMLParser.getMetaDataSymbol() as unknown as symbol;

const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: false,
    htmlEntities: true,
    ignoreDeclaration: true,
    captureMetaData: true
});

/** Parses one document to its root element; throws XmlSyntaxError. */
export function parseXml(document: string): XmlNode {
    const text = document.replace(/^\uFEFF/, '');
    const validity = XMLValidator.validate(text);
    if (validity !== true) {
        throw new XmlSyntaxError(validity.err.msg, validity.err.line);
    }
    const roots = (parser.parse(text) as RawNode[]).filter((node) => tagOf(node) !== TEXT);
    const [root] = roots;
    if (!root || roots.length > 1) {
        throw new XmlSyntaxError('The document must have exactly one root element.', 1);
    }
    return toNode(root, lineCounter(text));
}

function toNode(raw: RawNode, lineAt: (index: number) => number): XmlNode {
    const name = tagOf(raw);
    const parts = raw[name] as RawNode[];
    // Before the children are visited: the counter only moves forward.
    const line = lineAt((raw[META] as { startIndex?: number } | undefined)?.startIndex ?? 0);
    return {
        name,
        attributes: (raw[ATTRIBUTES] ?? {}) as Record<string, string>,
        text: parts
            .map((part) => String(part[TEXT] ?? ''))
            .join('')
            .trim(),
        children: parts.filter((part) => tagOf(part) !== TEXT).map((part) => toNode(part, lineAt)),
        line
    };
}

function tagOf(raw: RawNode): string {
    return Object.keys(raw).find((key) => key !== ATTRIBUTES) ?? TEXT;
}

/** Counts lines up to an index, on the assumption that indexes only grow. */
function lineCounter(text: string): (index: number) => number {
    let line = 1;
    let position = 0;
    return (index) => {
        for (; position < index; position += 1) {
            line += text[position] === '\n' ? 1 : 0;
        }
        return line;
    };
}
