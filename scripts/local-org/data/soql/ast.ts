/**
 * SOQL and SOSL as data. Names are kept as written; the database resolves them against the schema.
 * The whole tree is JSON, so that compiled code can embed it.
 */

/** `Account.Owner.Name` as `['Account', 'Owner', 'Name']`. */
export type FieldPath = readonly string[];

export type AggregateName = 'avg' | 'count' | 'count_distinct' | 'max' | 'min' | 'sum';

export type DateFunctionName =
    | 'calendar_month'
    | 'calendar_quarter'
    | 'calendar_year'
    | 'day_in_month'
    | 'day_in_week'
    | 'day_in_year'
    | 'day_only'
    | 'fiscal_month'
    | 'fiscal_quarter'
    | 'fiscal_year'
    | 'hour_in_day'
    | 'week_in_month'
    | 'week_in_year';

export interface FieldOperand {
    readonly kind: 'field';
    readonly path: FieldPath;
}

/** `path` is null for `COUNT()`. */
export interface AggregateOperand {
    readonly kind: 'aggregate';
    readonly name: AggregateName;
    readonly path: FieldPath | null;
}

export interface DateOperand {
    readonly kind: 'date';
    readonly name: DateFunctionName;
    readonly path: FieldPath;
    /** True for `convertTimezone(field)`: the user's time zone, not UTC. */
    readonly convertTimezone: boolean;
}

export interface FormatOperand {
    readonly kind: 'format';
    readonly operand: Operand;
}

export interface WrapOperand {
    readonly kind: 'toLabel' | 'convertCurrency' | 'grouping';
    readonly path: FieldPath;
}

export interface DistanceOperand {
    readonly kind: 'distance';
    readonly from: Location;
    readonly to: Location;
    /** `mi` or `km`, as written. */
    readonly unit: string;
}

/** `FORMULA('…')` in a filter. */
export interface FormulaOperand {
    readonly kind: 'formula';
    readonly text: string;
}

export type Location =
    | FieldOperand
    | BindValue
    | { readonly kind: 'geolocation'; readonly latitude: Value; readonly longitude: Value };

/** What can be selected, compared, grouped or sorted by. */
export type Operand =
    | FieldOperand
    | AggregateOperand
    | DateOperand
    | FormatOperand
    | WrapOperand
    | DistanceOperand
    | FormulaOperand;

export interface OperandItem {
    readonly kind: 'operand';
    readonly operand: Operand;
    readonly alias: string | null;
}

export interface SubqueryItem {
    readonly kind: 'subquery';
    /** `query.from[0].path` is the child relationship. */
    readonly query: SoqlQuery;
    readonly alias: string | null;
}

export interface TypeofItem {
    readonly kind: 'typeof';
    readonly path: FieldPath;
    readonly branches: readonly TypeofBranch[];
    /** Fields of `ELSE`; empty without it. */
    readonly otherwise: readonly FieldPath[];
}

export interface TypeofBranch {
    readonly objectName: string;
    readonly fields: readonly FieldPath[];
}

export interface FieldGroupItem {
    readonly kind: 'fieldGroup';
    readonly group: 'ALL' | 'CUSTOM' | 'STANDARD';
}

export type SelectItem = OperandItem | SubqueryItem | TypeofItem | FieldGroupItem;

export type ComparisonOperator =
    '=' | '!=' | '<' | '<=' | '>' | '>=' | 'like' | 'in' | 'not in' | 'includes' | 'excludes';

/** A value of the caller, looked up by key when the query runs. */
export interface BindValue {
    readonly kind: 'bind';
    readonly key: string;
}

/** `LAST_N_DAYS:30` as `{ name: 'LAST_N_DAYS', count: 30 }`; `TODAY` has count null. */
export interface DateLiteralValue {
    readonly kind: 'dateLiteral';
    readonly name: string;
    readonly count: number | null;
}

export type Value =
    | { readonly kind: 'null' }
    | { readonly kind: 'boolean'; readonly value: boolean }
    | { readonly kind: 'number'; readonly value: number }
    /** Escapes resolved, except `\%` and `\_`, which LIKE reads. */
    | { readonly kind: 'string'; readonly value: string }
    | { readonly kind: 'date'; readonly value: string }
    | { readonly kind: 'datetime'; readonly value: string }
    | { readonly kind: 'time'; readonly value: string }
    | { readonly kind: 'currency'; readonly isoCode: string; readonly value: number }
    | DateLiteralValue
    | BindValue
    | { readonly kind: 'list'; readonly values: readonly Value[] }
    | { readonly kind: 'query'; readonly query: SoqlQuery };

export type Condition =
    | { readonly kind: 'and'; readonly conditions: readonly Condition[] }
    | { readonly kind: 'or'; readonly conditions: readonly Condition[] }
    | { readonly kind: 'not'; readonly condition: Condition }
    | ComparisonCondition;

export interface ComparisonCondition {
    readonly kind: 'comparison';
    readonly left: Operand;
    readonly operator: ComparisonOperator;
    readonly right: Value;
}

/** `FROM Contact c, c.Account a`: the first is the object queried, the others name its parents. */
export interface FromItem {
    readonly path: FieldPath;
    readonly alias: string | null;
}

export interface GroupBy {
    readonly mode: 'plain' | 'rollup' | 'cube';
    readonly operands: readonly Operand[];
}

export interface OrderBy {
    readonly operand: Operand;
    readonly descending: boolean;
    readonly nulls: 'first' | 'last' | null;
}

export type AccessMode = 'user' | 'system' | 'securityEnforced';

export interface SoqlQuery {
    readonly kind: 'soql';
    readonly select: readonly SelectItem[];
    readonly from: readonly FromItem[];
    readonly scope: string | null;
    readonly where: Condition | null;
    /** `WITH USER_MODE`, `WITH SYSTEM_MODE`, `WITH SECURITY_ENFORCED`; null without one. */
    readonly mode: AccessMode | null;
    /** Any other `WITH` clause (data categories and the like), as written. */
    readonly otherWith: string | null;
    readonly groupBy: GroupBy | null;
    readonly having: Condition | null;
    readonly orderBy: readonly OrderBy[];
    readonly limit: Value | null;
    readonly offset: Value | null;
    readonly allRows: boolean;
    readonly forClauses: readonly ('view' | 'reference' | 'update')[];
}

export interface SoslReturning {
    readonly objectName: string;
    /** Empty: the Id alone. */
    readonly select: readonly SelectItem[];
    readonly where: Condition | null;
    readonly orderBy: readonly OrderBy[];
    readonly limit: Value | null;
    readonly offset: Value | null;
}

export type SearchGroup = 'ALL' | 'EMAIL' | 'NAME' | 'PHONE' | 'SIDEBAR';

export interface SoslQuery {
    readonly kind: 'sosl';
    readonly find: Value;
    readonly group: SearchGroup;
    readonly returning: readonly SoslReturning[];
    readonly mode: Exclude<AccessMode, 'securityEnforced'> | null;
    /** Other `WITH` clauses as written: the database names them as unsupported. */
    readonly otherWith: readonly string[];
    readonly limit: Value | null;
}
