import { writeFileSync } from 'node:fs';

import { ROOT_TYPES } from '../registry.ts';
import { elementTable, metadataDeclarations } from './generate.ts';

// Writes elements.json anew: run it after @salesforce/types or the registry has changed, then Prettier.
const target = new URL('./elements.json', import.meta.url);
writeFileSync(target, `${JSON.stringify(elementTable(metadataDeclarations(), ROOT_TYPES))}\n`);
