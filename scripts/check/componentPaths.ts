import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import {
    COMPONENT_PATHS_FILE,
    componentPathsJson,
    findComponents
} from '../build/componentPaths.ts';

import type { Check } from './finding.ts';

/** The generated `c/*` paths name exactly the components that exist. */
export const componentPaths: Check = {
    name: 'Component paths',
    run: async (root) => {
        const written = readFileSync(join(root, COMPONENT_PATHS_FILE), 'utf8');
        return written === componentPathsJson(findComponents(root))
            ? []
            : [{ file: COMPONENT_PATHS_FILE, message: 'Out of date; run `npm run build`.' }];
    }
};
