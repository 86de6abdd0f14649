import { SourceMap } from 'node:module';
import ts from 'typescript';
import type { CompileProblem } from './problems.ts';
import { CompileError } from './problems.ts';

/** JavaScript with decorators kept, and the way back to places in the TypeScript. */
export interface StrippedSource {
    readonly code: string;
    restorePlace(problem: CompileProblem): CompileProblem;
}

const OPTIONS: ts.CompilerOptions = {
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    experimentalDecorators: false,
    useDefineForClassFields: true,
    isolatedModules: true,
    sourceMap: true
};

/** Erases types as the package's own build does. Throws {@link CompileError} on a syntax error. */
export function stripTypes(source: string, file: string): StrippedSource {
    const output = ts.transpileModule(source, {
        compilerOptions: OPTIONS,
        fileName: file,
        reportDiagnostics: true
    });
    const [diagnostic] = output.diagnostics ?? [];
    if (diagnostic) throw new CompileError(fromDiagnostic(diagnostic, file));
    return {
        code: output.outputText.replace(/\/\/# sourceMappingURL=.*\s*$/, ''),
        restorePlace: (problem) => restore(problem, output.sourceMapText ?? '')
    };
}

function fromDiagnostic(diagnostic: ts.Diagnostic, file: string): CompileProblem {
    const message = ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ');
    if (!diagnostic.file || diagnostic.start === undefined) {
        return { file, line: null, column: null, message };
    }
    const place = diagnostic.file.getLineAndCharacterOfPosition(diagnostic.start);
    return { file, line: place.line + 1, column: place.character, message };
}

function restore(problem: CompileProblem, mapText: string): CompileProblem {
    if (problem.line === null || !mapText) return problem;
    const map = new SourceMap(JSON.parse(mapText));
    const entry = map.findEntry(problem.line - 1, problem.column ?? 0);
    return 'originalLine' in entry
        ? { ...problem, line: entry.originalLine + 1, column: entry.originalColumn }
        : problem;
}
