import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Source files in a temporary folder, removed by `dispose`. */
export interface Tree {
    readonly root: string;
    write(files: Readonly<Record<string, string>>): void;
    remove(path: string): void;
    dispose(): void;
}

export function makeTree(files: Readonly<Record<string, string>>): Tree {
    const root = mkdtempSync(join(tmpdir(), 'source-'));
    const write = (more: Readonly<Record<string, string>>): void => {
        for (const [path, text] of Object.entries(more)) {
            mkdirSync(dirname(join(root, path)), { recursive: true });
            writeFileSync(join(root, path), text);
        }
    };
    write(files);
    return {
        root,
        write,
        remove: (path) => rmSync(join(root, path)),
        dispose: () => rmSync(root, { recursive: true })
    };
}

/** A metadata file: the declaration, the root element in the Metadata API's namespace, the body. */
export function xml(type: string, body: string): string {
    return `<?xml version="1.0" encoding="UTF-8"?>
<${type} xmlns="http://soap.sforce.com/2006/04/metadata" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema">
${body}
</${type}>
`;
}
