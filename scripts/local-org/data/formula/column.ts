import type { FieldSchema, ObjectSchema, Schema } from '../schema/types.ts';
import type { Connection, SqlValue } from '../store/connection.ts';
import type { FormulaSql } from '../soql/plan/planner.ts';
import { references } from './ast.ts';
import { evaluate, type Environment } from './evaluate.ts';
import { fieldAt, globalValues, type Globals } from './paths.ts';
import { parseFormula } from './parse.ts';
import { fromFormulaValue, toFormulaValue, type FormulaValue } from './value.ts';
import { toSql } from '../store/columns.ts';

/** What a formula column gets besides the fields it mentions, as JSON text. */
interface Surroundings {
    readonly now: number;
    readonly timeZone: string;
    readonly globals: Readonly<Record<string, FormulaValue>>;
}

/** Turns formula fields into SQL: a call of ours with the values of all fields they mention. */
export function formulaColumns(schema: Schema, globals: Globals): FormulaSql {
    return (object, field, column, planner) => {
        const paths = references(parseFormula(field.formula ?? ''));
        const values = paths.filter((path) => !isGlobal(path)).map((path) => column(path));
        const { now, user } = planner.input;
        const around: Surroundings = {
            now,
            timeZone: user.timeZone,
            globals: globalValues(paths.filter(isGlobal), globals, user.id)
        };
        const parameter = planner.parameter(JSON.stringify(around));
        const key = `'${object.name}.${field.name}'`;
        requireFields(schema, object, paths);
        return `formula_value(${[key, parameter, ...values].join(', ')})`;
    };
}

/** Defines the SQL function that computes formula fields. */
export function defineFormulaFunction(connection: Connection, schema: Schema): void {
    connection.define('formula_value', (key = null, around = null, ...values) => {
        const [objectName = '', fieldName = ''] = String(key).split('.');
        const field = schema.field(objectName, fieldName);
        const object = schema.object(objectName);
        if (field === undefined || object === undefined) {
            return null;
        }
        return computed(schema, object, field, parsedSurroundings(String(around)), values);
    });
}

function computed(
    schema: Schema,
    object: ObjectSchema,
    field: FieldSchema,
    around: Surroundings,
    values: readonly SqlValue[]
): SqlValue {
    const formula = parseFormula(field.formula ?? '');
    const paths = references(formula).filter((path) => !isGlobal(path));
    const known = new Map(
        paths.map((path, at) => {
            const source = fieldAt(schema, object.name, path);
            const value = toFormulaValue(source, values[at] ?? null, field.blanksAsZero);
            return [path.join('.').toLowerCase(), value] as const;
        })
    );
    const value = (path: readonly string[]) => {
        const name = path.join('.').toLowerCase();
        return known.get(name) ?? around.globals[name] ?? null;
    };
    const environment: Environment = {
        now: around.now,
        timeZone: around.timeZone,
        isNew: false,
        value,
        priorValue: value
    };
    return toSql(fromFormulaValue(field, evaluate(formula, environment)));
}

function isGlobal(path: readonly string[]): boolean {
    return path[0]?.startsWith('$') ?? false;
}

function requireFields(
    schema: Schema,
    object: ObjectSchema,
    paths: readonly (readonly string[])[]
): void {
    paths.filter((path) => !isGlobal(path)).forEach((path) => fieldAt(schema, object.name, path));
}

let lastText = '';
let lastParsed: Surroundings = { now: 0, timeZone: 'UTC', globals: {} };

/** The same text comes for each row of a query. */
function parsedSurroundings(text: string): Surroundings {
    if (text !== lastText) {
        lastParsed = JSON.parse(text) as Surroundings;
        lastText = text;
    }
    return lastParsed;
}
