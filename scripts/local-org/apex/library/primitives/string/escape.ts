import {
    escapeEntities,
    HTML3_ENTITIES,
    HTML4_ENTITIES,
    unescapeEntities,
    XML_ENTITIES
} from './entities.ts';

const CONTROL: Readonly<Record<string, string>> = {
    '\b': '\\b',
    '\n': '\\n',
    '\t': '\\t',
    '\f': '\\f',
    '\r': '\\r'
};

const UNESCAPED: Readonly<Record<string, string>> = {
    b: '\b',
    n: '\n',
    t: '\t',
    f: '\f',
    r: '\r'
};

/** The escape… and unescape… methods of String (Apache Commons' StringEscapeUtils). */
export const escaping = {
    escapeCsv: (text: string): string =>
        /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text,
    unescapeCsv: (text: string): string => {
        const quoted = /^"([\s\S]*)"$/.exec(text)?.[1];
        return quoted !== undefined && /[",\r\n]/.test(quoted)
            ? quoted.replaceAll('""', '"')
            : text;
    },
    escapeEcmaScript: (text: string): string => escapeSlashed(text, /['"\\/]/),
    unescapeEcmaScript: (text: string): string => unescapeSlashed(text),
    escapeJava: (text: string): string => escapeSlashed(text, /["\\]/),
    unescapeJava: (text: string): string => unescapeSlashed(text),
    escapeHtml3: (text: string): string => escapeEntities(text, HTML3_ENTITIES),
    unescapeHtml3: (text: string): string => unescapeEntities(text, HTML3_ENTITIES),
    escapeHtml4: (text: string): string => escapeEntities(text, HTML4_ENTITIES),
    unescapeHtml4: (text: string): string => unescapeEntities(text, HTML4_ENTITIES),
    escapeXml: (text: string): string => escapeEntities(text, XML_ENTITIES),
    unescapeXml: (text: string): string => unescapeEntities(text, XML_ENTITIES),
    escapeUnicode: (text: string): string =>
        eachUnit(text, (unit) => (unit > '\u007f' ? unicodeEscape(unit) : unit)),
    unescapeUnicode: (text: string): string =>
        text.replace(/\\u+([0-9a-fA-F]{4})/g, (_, hex) => fromHex(hex))
};

function escapeSlashed(text: string, slashed: RegExp): string {
    return eachUnit(text, (unit) => {
        if (slashed.test(unit)) {
            return `\\${unit}`;
        }
        return CONTROL[unit] ?? (unit < ' ' || unit > '\x7f' ? unicodeEscape(unit) : unit);
    });
}

function unescapeSlashed(text: string): string {
    return text.replace(
        /\\(?:u+([0-9a-fA-F]{4})|([0-3]?[0-7]{1,2})|([\s\S]))/g,
        (_, hex, octal, single) => {
            if (hex !== undefined) {
                return fromHex(hex);
            }
            return octal === undefined
                ? (UNESCAPED[String(single)] ?? String(single))
                : String.fromCharCode(parseInt(String(octal), 8));
        }
    );
}

function eachUnit(text: string, change: (unit: string) => string): string {
    return Array.from({ length: text.length }, (_, index) => change(text.charAt(index))).join('');
}

function unicodeEscape(unit: string): string {
    return `\\u${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function fromHex(hex: unknown): string {
    return String.fromCharCode(parseInt(String(hex), 16));
}
