import { APPS } from './apps.ts';
import { CONTENT } from './content.ts';
import { ORDERS } from './orders.ts';
import { PEOPLE } from './people.ts';
import { PERMISSIONS } from './permissions.ts';
import { SALES } from './sales.ts';
import { SERVICE } from './service.ts';
import type { StandardOverlays } from './traits.ts';

/** All curated standard objects, by name. */
export const OVERLAYS: StandardOverlays = {
    ...SALES,
    ...ORDERS,
    ...SERVICE,
    ...CONTENT,
    ...PEOPLE,
    ...PERMISSIONS,
    ...APPS
};
