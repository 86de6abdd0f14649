import { CodeAnalyzer, CodeAnalyzerConfig } from '@salesforce/code-analyzer-core';
import { createEnginePlugin as createPmd } from '@salesforce/code-analyzer-pmd-engine';
import { createEnginePlugin as createRegex } from '@salesforce/code-analyzer-regex-engine';
import { createEnginePlugin as createGraph } from '@salesforce/code-analyzer-sfge-engine';
import { globSync } from 'node:fs';
import { relative, resolve } from 'node:path';

import type { Check, Finding } from './finding.ts';
import type { RunResults, Violation } from '@salesforce/code-analyzer-core';

/** What the security review of the AppExchange asks for, and the graph engine's own rules. */
const SELECTORS = ['AppExchange', 'Recommended:Security', 'sfge:all'];

/** Salesforce Code Analyzer: PMD, regular expressions and the graph engine. */
export const codeAnalyzer: Check = {
    name: 'Code Analyzer (AppExchange, Recommended:Security, graph engine)',
    run: async (root) => {
        const analyzer = new CodeAnalyzer(CodeAnalyzerConfig.withDefaults());
        for (const createPlugin of [createPmd, createRegex, createGraph]) {
            await analyzer.addEnginePlugin(createPlugin());
        }
        const workspace = await analyzer.createWorkspace(sourceFiles(root));
        const rules = await analyzer.selectRules(SELECTORS, { workspace });
        return findingsOf(root, await analyzer.run(rules, { workspace }));
    }
};

/** What is deployed; the JavaScript of components is build output of the TypeScript beside it. */
function sourceFiles(root: string): string[] {
    const files = globSync('force-app/**/*.{cls,trigger,page,component,xml,html,js,cmp,app}', {
        cwd: root
    });
    return files.map((file) => resolve(root, file));
}

function findingsOf(root: string, results: RunResults): readonly Finding[] {
    return results.getViolations().map((violation) => toFinding(root, violation));
}

function toFinding(root: string, violation: Violation): Finding {
    const place = violation.getPrimaryLocation();
    const rule = violation.getRule();
    return {
        file: relative(root, place.getFile() ?? ''),
        line: place.getStartLine() ?? 1,
        message: `${rule.getEngineName()}/${rule.getName()}: ${violation.getMessage()}`
    };
}
