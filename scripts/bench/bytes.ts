import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { transpileComponent } from '../build/transpile.ts';
import type { Figure } from './figure.ts';

/** What of the components is deployed: scripts as compiled, templates, styles. */
export function measureBytes(root: string): Figure {
    const files = globSync('force-app/**/lwc/*/*.{ts,html,css}', { cwd: root });
    const shipped = files.map((file) => {
        const text = readFileSync(join(root, file), 'utf8');
        return file.endsWith('.ts') ? transpileComponent(text, file) : text;
    });
    const value = Math.round(gzipSync(shipped.join('\n')).length / 1024);
    return { name: 'components shipped, compressed', value, unit: 'KiB', limit: null };
}
