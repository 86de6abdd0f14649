import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** The Zendesk simulator as a process of its own, so that it can fail and be started again alone. */
export interface Simulator {
    stop(): void;
}

/** Resolves when it is ready. @throws with what it said when it could not start */
export function startSimulator(
    root: string,
    port: number,
    log: (message: string) => void
): Promise<Simulator> {
    const child = spawn(
        process.execPath,
        [
            '--disable-warning=ExperimentalWarning',
            join(root, 'scripts/zendesk/main.ts'),
            ...['--port', String(port)]
        ],
        { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] }
    );
    let isReady = false;
    let said = '';
    return new Promise((resolve, reject) => {
        child.stdout.on('data', (chunk: Buffer) => {
            if (!isReady && chunk.toString().includes('Ready:')) {
                isReady = true;
                resolve({ stop: () => child.kill() });
            }
        });
        child.stderr.on('data', (chunk: Buffer) => {
            said += chunk.toString();
            if (isReady) {
                log(`Zendesk: ${chunk.toString().trimEnd()}`);
            }
        });
        child.on('error', reject);
        child.on('exit', (code) => {
            if (!isReady) {
                reject(new Error(said.trim()));
            } else if (code !== null && code !== 0) {
                log(stopped(port));
            }
        });
    });
}

function stopped(port: number): string {
    return `The Zendesk simulator has stopped. Start it again: npm run zendesk -- --port ${port}`;
}
