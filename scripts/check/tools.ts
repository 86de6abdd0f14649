import { runCommand } from './command.ts';

import type { Check, Finding } from './finding.ts';

/** Checks that are a tool's own: each line that the tool prints when it fails is a finding. */
export const toolChecks: readonly Check[] = [
    tool('Prettier', 'prettier', ['--check', '--log-level', 'warn', '.']),
    tool('ESLint', 'eslint', ['--max-warnings', '0', '--format', 'stylish', '.']),
    tool('Types of components', 'tsc', ['--project', '.', '--pretty', 'false']),
    tool('Types of scripts', 'tsc', ['--project', 'scripts', '--pretty', 'false'])
];

function tool(name: string, program: string, parameters: readonly string[]): Check {
    return {
        name,
        run: async (root) => {
            const { status, output } = await runCommand(root, program, parameters);
            return status === 0 ? [] : linesOf(output);
        }
    };
}

function linesOf(output: string): readonly Finding[] {
    const lines = output.split('\n').filter((line) => line.trim() !== '');
    return lines.map((line) => ({ file: '', message: line }));
}
