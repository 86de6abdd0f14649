import { globSync, readFileSync, writeFileSync } from 'node:fs';

import { COMPONENT_PATHS_FILE, componentPathsJson, findComponents } from './componentPaths.ts';
import { transpileComponent } from './transpile.ts';

const modules = globSync('force-app/**/lwc/*/*.ts');
for (const path of modules) {
    writeFileSync(
        path.replace(/\.ts$/, '.js'),
        transpileComponent(readFileSync(path, 'utf8'), path)
    );
}

writeFileSync(COMPONENT_PATHS_FILE, componentPathsJson(findComponents('.')));

console.log(`Built ${modules.length} component modules.`);
