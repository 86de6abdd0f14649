import { ApiError } from './errors.ts';
import type { Json } from './json.ts';

const FORM = 'application/x-www-form-urlencoded';
const BYTE_ORDER_MARK = /^\uFEFF/;

/**
 * A request's body: JSON, whatever its content type says, or a form, whose names may nest
 * (`ticket[comment][body]`).
 * @returns undefined when there is none
 * @throws ApiError 422 when it can be read as neither
 */
export function parseBody(bytes: Buffer, contentType: string): Json | undefined {
    const text = bytes.toString().replace(BYTE_ORDER_MARK, '');
    if (text.trim() === '') {
        return undefined;
    }
    const isForm = contentType.toLowerCase().startsWith(FORM) && !/^\s*[{[]/.test(text);
    return isForm ? parseForm(text) : parseJson(text);
}

function parseJson(text: string): Json {
    try {
        return JSON.parse(text) as Json;
    } catch {
        throw ApiError.unreadableBody();
    }
}

type Tree = Map<string, Branch>;
type Branch = string | string[] | Tree;

function parseForm(text: string): Json {
    const root: Tree = new Map();
    for (const [name, value] of new URLSearchParams(text)) {
        const [first = '', ...inner] = name.split('[').map((part) => part.replace(/\]$/, ''));
        plant(root, first, inner, value);
    }
    return plain(root) as Json;
}

/** `a[b]=1` makes an object, `a[]=1` a list of texts. */
function plant(tree: Tree, name: string, inner: readonly string[], value: string): void {
    const [next, ...rest] = inner;
    const known = tree.get(name);
    if (next === undefined) {
        tree.set(name, value);
    } else if (next === '') {
        tree.set(name, [...(Array.isArray(known) ? known : []), value]);
    } else {
        const child: Tree = known instanceof Map ? known : new Map();
        tree.set(name, child);
        plant(child, next, rest, value);
    }
}

const plain = (branch: Branch): Json =>
    branch instanceof Map
        ? Object.fromEntries([...branch].map(([name, value]) => [name, plain(value)]))
        : branch;
