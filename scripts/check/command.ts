import { spawn } from 'node:child_process';

export interface CommandResult {
    readonly status: number;
    readonly output: string;
}

/** Runs a program of `node_modules/.bin` or of the path; standard error is part of the output. */
export function runCommand(
    root: string,
    program: string,
    parameters: readonly string[],
    environment: Readonly<Record<string, string>> = {}
): Promise<CommandResult> {
    return new Promise((resolve, reject) => {
        const child = spawn(program, parameters, {
            cwd: root,
            env: { ...process.env, ...environment }
        });
        const chunks: Buffer[] = [];
        child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
        child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
        child.on('error', reject);
        child.on('close', (status) => {
            resolve({ status: status ?? 1, output: Buffer.concat(chunks).toString() });
        });
    });
}
