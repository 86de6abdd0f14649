/** Why a component could not be compiled, and where. */
export interface CompileProblem {
    /** Path as the developer knows it: relative to the project when inside. */
    readonly file: string;
    /** 1-based; null when the tool gave no place. */
    readonly line: number | null;
    /** 0-based; null when unknown. */
    readonly column: number | null;
    readonly message: string;
}

/** Carries a problem out of the bundler's plugin hooks. */
export class CompileError extends Error {
    readonly problem: CompileProblem;

    constructor(problem: CompileProblem) {
        super(describeProblem(problem));
        this.name = 'CompileError';
        this.problem = problem;
    }
}

/** `force-app/main/x.html:12:4 message`. */
export function describeProblem({ file, line, column, message }: CompileProblem): string {
    const place = line === null ? file : `${file}:${line}:${column ?? 0}`;
    return `${place} ${message}`;
}

interface LwcDiagnostic {
    readonly message: string;
    readonly location?: { readonly line: number; readonly column: number };
}

/** Reads the position that the LWC compiler leaves on its errors. */
export function problemFromError(error: unknown, file: string): CompileProblem {
    if (error instanceof CompileError) return error.problem;
    const { message, location } = asDiagnostic(error);
    return {
        file,
        line: location?.line ?? null,
        column: location?.column ?? null,
        message: message.replace(/^[^\n]*?\.(?:js|ts|html|css): /, '').split('\n')[0] ?? message
    };
}

function asDiagnostic(error: unknown): LwcDiagnostic {
    if (!(error instanceof Error)) return { message: String(error) };
    const { location, loc } = error as { location?: unknown; loc?: unknown };
    const place = [location, loc].find(isPlace);
    const found = place ?? placeInFrame(error.message);
    return found ? { message: error.message, location: found } : { message: error.message };
}

/** Babel marks the line in the code that it prints below the message. */
function placeInFrame(message: string): { line: number; column: number } | undefined {
    const [, line] = /^> *(\d+) \|/m.exec(message) ?? [];
    return line === undefined ? undefined : { line: Number(line), column: 0 };
}

function isPlace(value: unknown): value is { line: number; column: number } {
    return typeof value === 'object' && value !== null && 'line' in value && 'column' in value;
}
