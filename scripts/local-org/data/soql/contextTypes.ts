import type { ExpressionContext } from '@apexdevtools/apex-parser';

/** Gives the key under which the value of a `:expression` will be found when the query runs. */
export type Bind = (expression: ExpressionContext) => string;

/**
 * The parser's declarations promise every child, but a child that the text lacks is null: this says
 * so to the compiler.
 */
export function optional<T>(child: T): NonNullable<T> | null {
    return child ?? null;
}
