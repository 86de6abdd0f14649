import { PlatformObject, platformType } from '../../values/objects.ts';
import { platformClass } from '../registry.ts';
import { parseXml } from './events.ts';
import type { XmlEvent } from './events.ts';
import { XmlNode } from './node.ts';

const DOCUMENT = platformType('dom.Document');

/** dom.Document. */
export class XmlDocument extends PlatformObject {
    readonly $type = DOCUMENT;
    private root: XmlNode | null = null;

    static parse(text: string): XmlDocument {
        const document = new XmlDocument();
        document.load(text);
        return document;
    }

    createRootElement(name: string, namespace: string | null, prefix: string | null): XmlNode {
        this.root = new XmlNode('ELEMENT', name, '', namespace);
        if (namespace !== null) {
            this.root.setNamespace(prefix ?? '', namespace);
        }
        return this.root;
    }

    getRootElement(): XmlNode | null {
        return this.root;
    }

    load(text: string): void {
        const open: XmlNode[] = [];
        for (const event of parseXml(text)) {
            this.build(event, open);
        }
    }

    toXmlString(): string {
        return `<?xml version="1.0" encoding="UTF-8"?>${this.root?.toXml() ?? ''}`;
    }

    private build(event: XmlEvent, open: XmlNode[]): void {
        const parent = open.at(-1);
        switch (event.kind) {
            case 'start':
                open.push(this.element(event, parent));
                break;
            case 'end':
                open.pop();
                break;
            case 'text':
                parent?.addTextNode(event.text);
                break;
            case 'comment':
                parent?.addCommentNode(event.text);
                break;
            case 'declaration':
            case 'instruction':
        }
    }

    private element(
        { name, attributes, namespaces }: Extract<XmlEvent, { kind: 'start' }>,
        parent: XmlNode | undefined
    ): XmlNode {
        const namespace = name.namespace === '' ? null : name.namespace;
        const node = new XmlNode('ELEMENT', name.local, '', namespace);
        namespaces.forEach((uri, prefix) => node.setNamespace(prefix, uri));
        for (const { local, prefix, namespace: uri, value } of attributes) {
            node.setAttributeNs(local, value, prefix || null, uri || null);
        }
        this.root = parent ? this.root : node;
        parent?.insertBefore(node, null);
        return node;
    }
}

platformClass('dom.Document', {
    class: XmlDocument,
    type: DOCUMENT,
    construct: () => new XmlDocument()
});
