import ts from 'typescript';

/**
 * One component module from TypeScript to the JavaScript that Salesforce takes: types erased, class
 * fields and the decorators `@api`, `@wire`, `@track` left as they are for the LWC compiler.
 */
export function transpileComponent(source: string, fileName: string): string {
    const { outputText } = ts.transpileModule(source, {
        fileName,
        reportDiagnostics: false,
        compilerOptions: {
            target: ts.ScriptTarget.ESNext,
            module: ts.ModuleKind.ESNext,
            experimentalDecorators: false,
            verbatimModuleSyntax: true
        }
    });
    return outputText;
}
