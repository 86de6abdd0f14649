import { systemException } from '../../values/exception.ts';
import { PlatformObject, platformType } from '../../values/objects.ts';
import { platformConstant } from '../platform/enums.ts';
import { platformClass } from '../registry.ts';
import { parseXml } from './events.ts';
import type { XmlAttribute, XmlEvent, XmlName } from './events.ts';

const READER = platformType('System.XmlStreamReader');

type Step = XmlEvent | { readonly kind: 'startDocument' } | { readonly kind: 'endDocument' };

/** Names of System.XmlTag, and their numbers in javax.xml.stream. */
const TAGS: Readonly<Record<Step['kind'], readonly [string, number]>> = {
    startDocument: ['START_DOCUMENT', 7],
    declaration: ['START_DOCUMENT', 7],
    endDocument: ['END_DOCUMENT', 8],
    start: ['START_ELEMENT', 1],
    end: ['END_ELEMENT', 2],
    text: ['CHARACTERS', 4],
    comment: ['COMMENT', 5],
    instruction: ['PROCESSING_INSTRUCTION', 3]
};

/** System.XmlStreamReader. */
export class XmlStreamReader extends PlatformObject {
    readonly $type = READER;
    private readonly steps: readonly Step[];
    private readonly version: string;
    private position = 0;

    constructor(text: string) {
        super();
        const events = parseXml(text);
        const [first] = events;
        this.version = first?.kind === 'declaration' ? first.version : '1.0';
        const body = events.filter((event) => event.kind !== 'declaration');
        this.steps = [{ kind: 'startDocument' }, ...body, { kind: 'endDocument' }];
    }

    hasNext(): boolean {
        return this.position < this.steps.length - 1;
    }

    next(): number {
        if (!this.hasNext()) {
            throw systemException('XmlException', 'No more events');
        }
        this.position += 1;
        return TAGS[this.step().kind][1];
    }

    /** Past white space, comments and instructions to the next start or end. */
    nextTag(): number {
        do {
            this.next();
        } while (['comment', 'instruction'].includes(this.step().kind) || this.isWhitespace());
        return TAGS[this.step().kind][1];
    }

    getEventType(): unknown {
        return platformConstant('System.XmlTag', TAGS[this.step().kind][0]);
    }

    isStartElement(): boolean {
        return this.step().kind === 'start';
    }

    isEndElement(): boolean {
        return this.step().kind === 'end';
    }

    isCharacters(): boolean {
        return this.step().kind === 'text';
    }

    isWhitespace(): boolean {
        const step = this.step();
        return step.kind === 'text' && step.text.trim() === '';
    }

    hasName(): boolean {
        return this.isStartElement() || this.isEndElement();
    }

    hasText(): boolean {
        return ['text', 'comment'].includes(this.step().kind);
    }

    getLocalName(): string | null {
        return this.name()?.local ?? null;
    }

    getNamespace(): string | null {
        return this.name()?.namespace || null;
    }

    getPrefix(): string | null {
        return this.name()?.prefix ?? null;
    }

    getText(): string | null {
        const step = this.step();
        return step.kind === 'text' || step.kind === 'comment' ? step.text : null;
    }

    getPITarget(): string | null {
        const step = this.step();
        return step.kind === 'instruction' ? step.target : null;
    }

    getPIData(): string | null {
        const step = this.step();
        return step.kind === 'instruction' ? step.data : null;
    }

    getVersion(): string {
        return this.version;
    }

    getAttributeCount(): number {
        return this.attributes().length;
    }

    getAttributeLocalName(index: number): string | null {
        return this.attributes()[index]?.local ?? null;
    }

    getAttributeNamespace(index: number): string | null {
        return this.attributes()[index]?.namespace || null;
    }

    getAttributePrefix(index: number): string | null {
        return this.attributes()[index]?.prefix ?? null;
    }

    getAttributeType(_index: number): string {
        return 'CDATA';
    }

    getAttributeValueAt(index: number): string | null {
        return this.attributes()[index]?.value ?? null;
    }

    getAttributeValue(namespace: string | null, name: string): string | null {
        const found = this.attributes().find(
            (attribute) =>
                attribute.local === name &&
                (namespace === null || namespace === '' || attribute.namespace === namespace)
        );
        return found?.value ?? null;
    }

    getNamespaceCount(): number {
        return this.namespaces().length;
    }

    getNamespacePrefix(index: number): string | null {
        return this.namespaces()[index]?.[0] ?? null;
    }

    getNamespaceURIAt(index: number): string | null {
        return this.namespaces()[index]?.[1] ?? null;
    }

    /** Text always comes in one piece and names with their namespaces. */
    setCoalescing(_isOn: boolean): void {}

    setNamespaceAware(_isOn: boolean): void {}

    private step(): Step {
        return this.steps[this.position] ?? { kind: 'endDocument' };
    }

    private name(): XmlName | null {
        const step = this.step();
        return step.kind === 'start' || step.kind === 'end' ? step.name : null;
    }

    private attributes(): readonly XmlAttribute[] {
        const step = this.step();
        return step.kind === 'start' ? step.attributes : [];
    }

    private namespaces(): readonly (readonly [string, string])[] {
        const step = this.step();
        return step.kind === 'start' ? [...step.namespaces] : [];
    }
}

platformClass('System.XmlStreamReader', {
    class: XmlStreamReader,
    type: READER,
    construct: (text: string) => new XmlStreamReader(text)
});
