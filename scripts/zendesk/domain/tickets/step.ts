import type { Violation } from '../../http/errors.ts';
import type { JsonObject } from '../../http/json.ts';
import type { Acting } from '../acting.ts';
import type { Draft } from './draft.ts';

/** What one part of a request makes of a draft. */
export type Step = (acting: Acting, draft: Draft, input: JsonObject) => Draft;

/** A value that cannot be. */
export const invalid = (field: string, rule: string): Violation => ({
    field,
    description: `${field.charAt(0).toUpperCase()}${field.slice(1).replaceAll('_', ' ')}: ${rule}`,
    error: 'InvalidValue'
});
