import { type ElementSpec, elements, elementsOf, elementSpec } from '../elements/elementTable.ts';
import type { Report } from '../problems.ts';
import type { XmlNode } from './parse.ts';

type Decoded = Record<string, unknown>;

/** An element under decoding: where it stands and to whom its faults are told. */
interface Site {
    readonly node: XmlNode;
    readonly path: string;
    readonly report: Report;
}

/**
 * Turns an element into a plain object by the Metadata API's own element table: repeated elements
 * become arrays (empty when absent), booleans, numbers and enumerations are checked and typed. What
 * does not belong is reported, in the words of a failed deployment, and left out.
 */
export function decode(node: XmlNode, type: string, report: Report): Decoded {
    return decodeType({ node, path: type, report }, type);
}

function decodeType(site: Site, type: string): Decoded {
    const result: Decoded = {};
    for (const [name, spec] of elementsOf(type)) {
        if (spec.repeated) {
            result[name] = [];
        }
    }
    for (const node of site.node.children) {
        decodeChild({ ...site, node, path: `${site.path}.${node.name}` }, type, result);
    }
    reportMissing(site, type);
    return result;
}

function decodeChild(site: Site, type: string, result: Decoded): void {
    const { name } = site.node;
    const spec = elementSpec(type, name);
    if (!spec) {
        fail(site, `Element ${name} invalid at this location in type ${type}`);
    } else if (spec.repeated) {
        const value = decodeValue(site, spec);
        (result[name] as unknown[]).push(...(value === undefined ? [] : [value]));
    } else if (Object.hasOwn(result, name)) {
        fail(site, `Element ${name} is duplicated at this location in type ${type}`);
    } else {
        const value = decodeValue(site, spec);
        Object.assign(result, value === undefined ? {} : { [name]: value });
    }
}

function decodeValue(site: Site, spec: ElementSpec): unknown {
    switch (spec.type) {
        case 'xml':
            return site.node;
        case 'typed':
            return typedValue(site);
        case 'string':
            return scalar(site);
        case 'boolean':
            return booleanOf(site);
        case 'number':
            return numberOf(site);
        default:
            return namedType(site, spec.type);
    }
}

function namedType(site: Site, type: string): unknown {
    const values = elements().enums[type];
    if (!values) {
        return elements().types[type] ? decodeType(site, type) : scalar(site);
    }
    const text = scalar(site);
    if (text === undefined || values.includes(text)) {
        return text;
    }
    return fail(site, `'${text}' is not a valid value for the enum '${type}'`);
}

/** A value of custom metadata, whose type stands in `xsi:type`; null for `xsi:nil`. */
function typedValue(site: Site): unknown {
    if (site.node.attributes['xsi:nil'] === 'true') {
        return null;
    }
    switch ((site.node.attributes['xsi:type'] ?? 'xsd:string').replace(/^.*:/, '')) {
        case 'boolean':
            return booleanOf(site);
        case 'double':
        case 'int':
        case 'long':
            return numberOf(site);
        default:
            return scalar(site);
    }
}

function scalar(site: Site): string | undefined {
    const [child] = site.node.children;
    return child
        ? fail(site, `Element ${child.name} invalid inside the text of ${site.node.name}`)
        : site.node.text;
}

function booleanOf(site: Site): boolean | undefined {
    const text = scalar(site);
    switch (text) {
        case 'true':
        case '1':
            return true;
        case 'false':
        case '0':
            return false;
        case undefined:
            return undefined;
        default:
            return fail(site, `'${text}' is not a valid value for the type xsd:boolean`);
    }
}

function numberOf(site: Site): number | undefined {
    const text = scalar(site);
    if (text === undefined) {
        return undefined;
    }
    const value = text === '' ? Number.NaN : Number(text);
    return Number.isFinite(value) ? value : fail(site, `'${text}' is not a valid number`);
}

/** Only a warning: the declarations call some elements required that a deployment does not ask for. */
function reportMissing(site: Site, type: string): void {
    const present = new Set(site.node.children.map((child) => child.name));
    for (const [name, spec] of elementsOf(type)) {
        if (spec.required && !present.has(name)) {
            site.report({
                severity: 'warning',
                line: site.node.line,
                element: site.path,
                message: `Required field is missing: ${name}`
            });
        }
    }
}

function fail(site: Site, message: string): undefined {
    site.report({ severity: 'error', line: site.node.line, element: site.path, message });
    return undefined;
}
