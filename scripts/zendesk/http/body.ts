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
type Branch = string | Branch[] | Tree;

function parseForm(text: string): Json {
    const root: Tree = new Map();
    for (const [name, value] of new URLSearchParams(text)) {
        const [first = '', ...inner] = name.split('[').map((part) => part.replace(/\]$/, ''));
        plant(root, first, inner, value);
    }
    return plain(root) as Json;
}

/** `a[b]=1` makes an object, `a[]=1` a list of texts, `a[][b]=1` a list of objects. */
function plant(tree: Tree, name: string, inner: readonly string[], value: string): void {
    const [next, ...rest] = inner;
    const known = tree.get(name);
    if (next === undefined) {
        tree.set(name, value);
    } else if (next === '') {
        const list = Array.isArray(known) ? known : [];
        tree.set(name, list);
        append(list, rest, value);
    } else {
        const child: Tree = known instanceof Map ? known : new Map();
        tree.set(name, child);
        plant(child, next, rest, value);
    }
}

/** A name that the last object has already begins the next one. */
function append(list: Branch[], inner: readonly string[], value: string): void {
    const [name, ...rest] = inner;
    if (name === undefined) {
        list.push(value);
        return;
    }
    const last = list.at(-1);
    const isOpen = last instanceof Map && (rest.length > 0 || !last.has(name));
    const item: Tree = isOpen ? last : new Map();
    if (!isOpen) {
        list.push(item);
    }
    plant(item, name, rest, value);
}

const plain = (branch: Branch): Json => {
    if (Array.isArray(branch)) {
        return branch.map(plain);
    }
    return branch instanceof Map
        ? Object.fromEntries([...branch].map(([name, value]) => [name, plain(value)]))
        : branch;
};
