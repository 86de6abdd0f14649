import type { FormulaWorld } from '../formula/recordEnvironment.ts';
import type { Save } from './work.ts';

/** The surroundings in which a save computes formulas. */
export function world(save: Save): FormulaWorld {
    return {
        schema: save.schema,
        store: save.store,
        globals: save.globals,
        now: Date.parse(save.stamp),
        timeZone: save.timeZone(save.context.userId),
        userId: save.context.userId
    };
}
