import { systemException } from '../../values/exception.ts';
import { PlatformObject, platformType } from '../../values/objects.ts';
import { platformClass } from '../registry.ts';
import { escapeAttribute, escapeText } from './escape.ts';

const WRITER = platformType('System.XmlStreamWriter');

/** System.XmlStreamWriter. */
export class XmlStreamWriter extends PlatformObject {
    readonly $type = WRITER;
    private output = '';
    private isTagOpen = false;
    private isEmptyTag = false;
    private readonly open: string[] = [];

    writeStartDocument(encoding: string | null, version: string | null): void {
        const declared = encoding === null ? '' : ` encoding="${encoding}"`;
        this.output += `<?xml version="${version ?? '1.0'}"${declared}?>`;
    }

    writeEndDocument(): void {
        while (this.open.length > 0) {
            this.writeEndElement();
        }
        this.finishTag();
    }

    writeStartElement(prefix: string | null, name: string, _namespace: string | null): void {
        this.finishTag();
        const tag = qualified(prefix, name);
        this.output += `<${tag}`;
        this.open.push(tag);
        this.isTagOpen = true;
    }

    writeEmptyElement(prefix: string | null, name: string, _namespace: string | null): void {
        this.finishTag();
        this.output += `<${qualified(prefix, name)}`;
        this.isTagOpen = true;
        this.isEmptyTag = true;
    }

    writeEndElement(): void {
        this.finishTag();
        const tag = this.open.pop();
        if (tag === undefined) {
            throw systemException('XmlException', 'No element is open');
        }
        this.output += `</${tag}>`;
    }

    writeAttribute(
        prefix: string | null,
        _namespace: string | null,
        name: string,
        value: string
    ): void {
        this.inTag(` ${qualified(prefix, name)}="${escapeAttribute(value)}"`);
    }

    writeNamespace(prefix: string, namespace: string): void {
        this.inTag(` xmlns:${prefix}="${escapeAttribute(namespace)}"`);
    }

    writeDefaultNamespace(namespace: string): void {
        this.inTag(` xmlns="${escapeAttribute(namespace)}"`);
    }

    /** Only says which prefix stands for it; nothing is written. */
    setDefaultNamespace(_namespace: string): void {}

    writeCharacters(text: string): void {
        this.finishTag();
        this.output += escapeText(text);
    }

    writeCData(text: string): void {
        this.finishTag();
        this.output += `<![CDATA[${text}]]>`;
    }

    writeComment(text: string): void {
        this.finishTag();
        this.output += `<!--${text}-->`;
    }

    writeProcessingInstruction(target: string, data: string): void {
        this.finishTag();
        this.output += `<?${target} ${data}?>`;
    }

    getXmlString(): string {
        return this.output;
    }

    close(): void {
        this.finishTag();
    }

    private inTag(text: string): void {
        if (!this.isTagOpen) {
            throw systemException('XmlException', 'Attributes belong right after a start tag');
        }
        this.output += text;
    }

    private finishTag(): void {
        if (this.isTagOpen) {
            this.output += this.isEmptyTag ? '/>' : '>';
        }
        this.isTagOpen = false;
        this.isEmptyTag = false;
    }
}

function qualified(prefix: string | null, name: string): string {
    return prefix === null || prefix === '' ? name : `${prefix}:${name}`;
}

platformClass('System.XmlStreamWriter', {
    class: XmlStreamWriter,
    type: WRITER,
    construct: () => new XmlStreamWriter()
});
