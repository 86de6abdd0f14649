import type { ObjectInfo } from '../session/types.ts';

/** Label on pages: a look-up is called by what it leads to (`Parent Account`), not as an id. */
export function fieldLabel({ label, reference }: ObjectInfo['fields'][string]): string {
    return reference ? label.replace(/ ID$/, '') : label;
}
