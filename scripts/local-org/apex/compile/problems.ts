import type { Position } from '../syntax/ast.ts';

export type Severity = 'error' | 'warning';

/** A message about the source, as the platform's compiler words it. */
export interface Diagnostic extends Position {
    readonly path: string;
    /** `Foo`, `Outer`, or the trigger's name. */
    readonly unit: string;
    readonly severity: Severity;
    readonly message: string;
}

/** Thrown inside the compiler; caught where a statement or member ends. */
export class CompileProblem extends Error {
    readonly position: Position;

    constructor(position: Position, message: string) {
        super(message);
        this.name = 'CompileProblem';
        this.position = position;
    }
}

export function fail(position: Position, message: string): never {
    throw new CompileProblem(position, message);
}
