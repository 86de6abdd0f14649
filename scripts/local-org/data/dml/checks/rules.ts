import { evaluate } from '../../formula/evaluate.ts';
import { FormulaError, parseFormula } from '../../formula/parse.ts';
import { recordEnvironment } from '../../formula/recordEnvironment.ts';
import type { ValidationRule } from '../../schema/types.ts';
import { formulaFailed, ruleFailed } from '../dmlErrors.ts';
import { world } from '../world.ts';
import type { Save, WorkRow } from '../work.ts';

/** The object's active validation rules: a record for which one is true is refused. */
export function checkRules(rows: readonly WorkRow[], save: Save): void {
    for (const row of rows) {
        for (const rule of row.object.validationRules.filter((known) => known.active)) {
            checkRule(row, rule, save);
        }
    }
}

function checkRule(row: WorkRow, rule: ValidationRule, save: Save): void {
    const values = { ...row.old, ...row.values, Id: row.id };
    const record = { objectName: row.object.name, values, old: row.old };
    try {
        if (evaluate(parseFormula(rule.formula), recordEnvironment(record, world(save))) === true) {
            row.errors.push(ruleFailed(rule.errorMessage, rule.errorField));
        }
    } catch (error) {
        if (!(error instanceof FormulaError)) {
            throw error;
        }
        row.errors.push(formulaFailed(`validation rule ${rule.name}`, error.message));
    }
}
