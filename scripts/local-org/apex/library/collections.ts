import { ApexIterator } from '../values/iterator.ts';
import { ApexList } from '../values/list.ts';
import { ApexMap } from '../values/map.ts';
import { ApexSet } from '../values/set.ts';
import { ApexSObject } from '../values/sobject.ts';
import { types } from '../values/runtimeType.ts';
import { platformClass } from './registry.ts';

/** Compiled code makes these by `ApexList.create(elementType, …)` and the like. */
platformClass('System.List', { class: ApexList });
platformClass('System.Set', { class: ApexSet });
platformClass('System.Map', { class: ApexMap });
platformClass('System.Iterator', { class: ApexIterator });
platformClass('System.SObject', { class: ApexSObject, type: types.SObject });
