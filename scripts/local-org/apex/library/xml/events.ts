import { systemException } from '../../values/exception.ts';
import { unescapeEntities, XML_ENTITIES } from '../primitives/string/entities.ts';

export interface XmlName {
    readonly prefix: string;
    readonly local: string;
    readonly namespace: string;
}

export interface XmlAttribute extends XmlName {
    readonly value: string;
}

/** A piece of an XML text, in order. An empty element gives a start and an end. */
export type XmlEvent =
    | { readonly kind: 'declaration'; readonly version: string; readonly encoding: string }
    | {
          readonly kind: 'start';
          readonly name: XmlName;
          readonly attributes: readonly XmlAttribute[];
          readonly namespaces: ReadonlyMap<string, string>;
      }
    | { readonly kind: 'end'; readonly name: XmlName }
    | { readonly kind: 'text'; readonly text: string; readonly isCData: boolean }
    | { readonly kind: 'comment'; readonly text: string }
    | { readonly kind: 'instruction'; readonly target: string; readonly data: string };

const TOKEN =
    /<!--([\s\S]*?)-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?([\w.:-]+)\s*([\s\S]*?)\?>|<!DOCTYPE[^>]*>|<\/([^\s>]+)\s*>|<([^\s/>!?]+)((?:\s+[^\s=>/]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/gy;

type Scope = ReadonlyMap<string, string>;

const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';

/** Reads a whole text. XmlException when it isn't well-formed; entities of a DTD aren't read. */
export function parseXml(text: string): XmlEvent[] {
    return new EventReader(text.replace(/^\uFEFF/, '')).read();
}

class EventReader {
    private readonly text: string;
    private readonly events: XmlEvent[] = [];
    private readonly open: {
        readonly raw: string;
        readonly name: XmlName;
        readonly scope: Scope;
    }[] = [];

    constructor(text: string) {
        this.text = text;
    }

    read(): XmlEvent[] {
        let position = 0;
        while (position < this.text.length) {
            TOKEN.lastIndex = position;
            const match = TOKEN.exec(this.text);
            if (!match) {
                throw malformed(`unexpected character at ${position}`);
            }
            this.take(match);
            position = TOKEN.lastIndex;
        }
        if (this.open.length > 0) {
            throw malformed(`element ${this.open.at(-1)?.raw} is not closed`);
        }
        return this.events;
    }

    private take(match: RegExpExecArray): void {
        const [, comment, cdata, target, data = '', end, start, attributes = '', empty, text] =
            match;
        if (comment !== undefined) {
            this.events.push({ kind: 'comment', text: comment });
        } else if (cdata !== undefined) {
            this.events.push({ kind: 'text', text: cdata, isCData: true });
        } else if (target !== undefined) {
            this.instruction(target, data);
        } else if (end !== undefined) {
            this.close(end);
        } else if (start !== undefined) {
            this.start(start, attributes);
            if (empty === '/') this.close(start);
        } else if (text !== undefined) {
            this.plainText(text);
        }
    }

    private instruction(target: string, data: string): void {
        if (target.toLowerCase() !== 'xml') {
            this.events.push({ kind: 'instruction', target, data });
            return;
        }
        const read = (name: string): string =>
            new RegExp(`${name}\\s*=\\s*["']([^"']*)`).exec(data)?.[1] ?? '';
        this.events.push({
            kind: 'declaration',
            version: read('version'),
            encoding: read('encoding')
        });
    }

    private plainText(text: string): void {
        if (this.open.length > 0) {
            this.events.push({ kind: 'text', text: unescape(text), isCData: false });
        } else if (text.trim() !== '') {
            throw malformed('text outside of the root element');
        }
    }

    private start(raw: string, text: string): void {
        const pairs = Array.from(
            text.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g),
            ([, name = '', double, single]) => [name, unescape(double ?? single ?? '')] as const
        );
        const namespaces = new Map(
            pairs
                .filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'))
                .map(([name, value]) => [name === 'xmlns' ? '' : name.slice(6), value] as const)
        );
        const scope = new Map([...(this.open.at(-1)?.scope ?? []), ...namespaces]);
        const attributes = pairs
            .filter(([name]) => name !== 'xmlns' && !name.startsWith('xmlns:'))
            .map(([name, value]) => ({ ...qualified(name, scope, false), value }));
        const name = qualified(raw, scope, true);
        this.open.push({ raw, name, scope });
        this.events.push({ kind: 'start', name, attributes, namespaces });
    }

    private close(raw: string): void {
        const element = this.open.pop();
        if (element?.raw !== raw) {
            throw malformed(`end tag name </${raw}> must match start tag <${element?.raw ?? ''}>`);
        }
        this.events.push({ kind: 'end', name: element.name });
    }
}

function qualified(raw: string, scope: Scope, useDefault: boolean): XmlName {
    const [first = '', second] = raw.split(':');
    const prefix = second === undefined ? '' : first;
    const fallback = prefix === 'xml' ? XML_NAMESPACE : '';
    const namespace = prefix === '' && !useDefault ? '' : (scope.get(prefix) ?? fallback);
    return { prefix, local: second ?? first, namespace };
}

const unescape = (text: string): string => unescapeEntities(text, XML_ENTITIES);

function malformed(reason: string): Error {
    return systemException('XmlException', `ParseError: ${reason}`);
}
