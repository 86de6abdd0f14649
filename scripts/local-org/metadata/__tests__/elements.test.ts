import { expect, test } from '@jest/globals';

import { elements } from '../elements/elementTable.ts';
import { elementTable, metadataDeclarations } from '../elements/generate.ts';
import { ROOT_TYPES } from '../registry.ts';

test('the element table is what the declarations of the Metadata API give today', () => {
    expect(elements()).toEqual(elementTable(metadataDeclarations(), ROOT_TYPES));
});

test('every registered type is in the table', () => {
    expect(ROOT_TYPES.filter((type) => !elements().types[type])).toEqual([]);
});
