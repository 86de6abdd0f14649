import { systemException } from '../../values/exception.ts';
import { ApexList } from '../../values/list.ts';
import { PlatformObject, platformType } from '../../values/objects.ts';
import { platformConstant } from '../platform/enums.ts';
import { platformClass } from '../registry.ts';
import { escapeAttribute, escapeText } from './escape.ts';

const NODE = platformType('dom.XmlNode');

interface Attribute {
    readonly key: string;
    readonly prefix: string | null;
    readonly namespace: string | null;
    value: string;
}

type Kind = 'ELEMENT' | 'TEXT' | 'COMMENT';

/** dom.XmlNode. */
export class XmlNode extends PlatformObject {
    readonly $type = NODE;
    private readonly kind: Kind;
    private readonly name: string;
    private readonly text: string;
    private namespace: string | null;
    private parent: XmlNode | null = null;
    private readonly children: XmlNode[] = [];
    private attributes: Attribute[] = [];
    /** Namespaces declared here, by prefix; the default one under ''. */
    private readonly namespaces = new Map<string, string>();

    constructor(kind: Kind, name: string, text: string, namespace: string | null) {
        super();
        this.kind = kind;
        this.name = name;
        this.text = text;
        this.namespace = namespace;
    }

    addChildElement(name: string, namespace: string | null, prefix: string | null): XmlNode {
        const child = this.adopt(new XmlNode('ELEMENT', name, '', namespace));
        if (namespace !== null && child.getPrefixFor(namespace) === null) {
            child.setNamespace(prefix ?? '', namespace);
        }
        return child;
    }

    addTextNode(text: string): XmlNode {
        return this.adopt(new XmlNode('TEXT', '', text, null));
    }

    addCommentNode(text: string): XmlNode {
        return this.adopt(new XmlNode('COMMENT', '', text, null));
    }

    insertBefore(child: XmlNode, before: XmlNode | null): XmlNode {
        const index = before === null ? this.children.length : this.children.indexOf(before);
        if (index === -1) {
            throw systemException('XmlException', 'The reference node is not a child of this node');
        }
        child.parent?.removeChild(child);
        child.parent = this;
        this.children.splice(index, 0, child);
        return child;
    }

    removeChild(child: XmlNode): boolean {
        const index = this.children.indexOf(child);
        if (index !== -1) {
            this.children.splice(index, 1);
            child.parent = null;
        }
        return index !== -1;
    }

    getChildElement(name: string, namespace: string | null): XmlNode | null {
        return (
            this.children.find(
                (child) =>
                    child.kind === 'ELEMENT' &&
                    child.name === name &&
                    (child.namespace ?? '') === (namespace ?? '')
            ) ?? null
        );
    }

    getChildElements(): ApexList {
        return new ApexList(
            NODE,
            this.children.filter((child) => child.kind === 'ELEMENT')
        );
    }

    getChildren(): ApexList {
        return new ApexList(NODE, this.children);
    }

    getName(): string | null {
        return this.kind === 'ELEMENT' ? this.name : null;
    }

    getNamespace(): string | null {
        return this.namespace;
    }

    getNamespaceFor(prefix: string): string | null {
        return this.namespaces.get(prefix) ?? this.parent?.getNamespaceFor(prefix) ?? null;
    }

    getPrefixFor(namespace: string): string | null {
        const own = [...this.namespaces].find(([, uri]) => uri === namespace)?.[0];
        return own ?? this.parent?.getPrefixFor(namespace) ?? null;
    }

    getNodeType(): unknown {
        return platformConstant('dom.XmlNodeType', this.kind);
    }

    getParent(): XmlNode | null {
        return this.parent;
    }

    /** The text of this node, or of its text children together. */
    getText(): string {
        if (this.kind !== 'ELEMENT') {
            return this.text;
        }
        return this.children
            .filter((child) => child.kind === 'TEXT')
            .map((child) => child.text)
            .join('');
    }

    getAttribute(key: string, namespace: string | null): string | null {
        return this.findAttribute(key, namespace)?.value ?? null;
    }

    getAttributeValue(key: string, namespace: string | null): string | null {
        return this.getAttribute(key, namespace);
    }

    getAttributeValueNs(key: string, namespace: string | null): string | null {
        return this.findAttribute(key, namespace)?.namespace ?? null;
    }

    getAttributeCount(): number {
        return this.attributes.length;
    }

    getAttributeKeyAt(index: number): string | null {
        return this.attributes[index]?.key ?? null;
    }

    getAttributeKeyNsAt(index: number): string | null {
        return this.attributes[index]?.namespace ?? null;
    }

    removeAttribute(key: string, namespace: string | null): boolean {
        const found = this.findAttribute(key, namespace);
        this.attributes = this.attributes.filter((attribute) => attribute !== found);
        return found !== undefined;
    }

    setAttribute(key: string, value: string): void {
        this.putAttribute({ key, prefix: null, namespace: null, value });
    }

    setAttributeNs(
        key: string,
        value: string,
        prefix: string | null,
        namespace: string | null
    ): void {
        this.putAttribute({ key, prefix, namespace, value });
    }

    setNamespace(prefix: string, namespace: string): void {
        this.namespaces.set(prefix, namespace);
    }

    toXml(): string {
        switch (this.kind) {
            case 'TEXT':
                return escapeText(this.text);
            case 'COMMENT':
                return `<!--${this.text}-->`;
            case 'ELEMENT':
                return this.elementXml();
        }
    }

    private elementXml(): string {
        const prefix = this.namespace === null ? '' : (this.getPrefixFor(this.namespace) ?? '');
        const tag = prefix === '' ? this.name : `${prefix}:${this.name}`;
        const declared = Array.from(this.namespaces, ([name, uri]) => {
            return ` xmlns${name === '' ? '' : `:${name}`}="${escapeAttribute(uri)}"`;
        });
        const attributes = this.attributes.map((attribute) => {
            const name = attribute.prefix ? `${attribute.prefix}:${attribute.key}` : attribute.key;
            return ` ${name}="${escapeAttribute(attribute.value)}"`;
        });
        const head = tag + declared.join('') + attributes.join('');
        const content = this.children.map((child) => child.toXml()).join('');
        return content === '' ? `<${head} />` : `<${head}>${content}</${tag}>`;
    }

    private adopt(child: XmlNode): XmlNode {
        child.parent = this;
        this.children.push(child);
        return child;
    }

    private findAttribute(key: string, namespace: string | null): Attribute | undefined {
        return this.attributes.find(
            (attribute) =>
                attribute.key === key && (attribute.namespace ?? '') === (namespace ?? '')
        );
    }

    private putAttribute(attribute: Attribute): void {
        this.removeAttribute(attribute.key, attribute.namespace);
        this.attributes.push(attribute);
    }
}

platformClass('dom.XmlNode', { class: XmlNode, type: NODE });
