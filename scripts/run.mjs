/**
 * Runs one command of the project: installs what it needs and is missing, then hands over to the
 * Node of the project. Must itself run on Node 20 with nothing installed.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Script and share of the dependencies of each command. */
const COMMANDS = {
    start: { script: 'scripts/local-org/main.ts', share: 'runtime' },
    zendesk: { script: 'scripts/zendesk/main.ts', share: 'runtime' },
    build: { script: 'scripts/build/main.ts', share: 'runtime' },
    apex: { script: 'scripts/local-org/apex/cli/main.ts', share: 'runtime' },
    test: { script: 'scripts/test/main.ts', share: 'all' },
    check: { script: 'scripts/check/main.ts', share: 'all' },
    bench: { script: 'scripts/bench/main.ts', share: 'all' }
};

const [name = '', ...parameters] = process.argv.slice(2);
const command = COMMANDS[name];
if (!command) {
    fail(`Unknown command "${name}". Known: ${Object.keys(COMMANDS).join(', ')}.`);
}
install(command.share);
run(command.script, parameters);

function install(share) {
    const wanted = readPackages('package-lock.json');
    const installed = readPackages('node_modules/.package-lock.json');
    if (!isMissing(wanted, installed, share)) {
        return;
    }
    // npm removes what it is told to leave out: who has the tools for development keeps them.
    const isWhole = share === 'all' || Object.values(installed).some(({ dev }) => dev);
    const what = isWhole ? 'all dependencies' : 'the dependencies needed to run';
    console.error(`Installing ${what} (once; takes a minute or two)...`);
    const action = Object.keys(installed).length === 0 ? 'ci' : 'install';
    const options = isWhole ? [] : ['--omit=dev'];
    const npm = spawnSync('npm', [action, '--loglevel=warn', ...options], {
        cwd: root,
        // Standard output is the command's own: some of them print JSON.
        stdio: ['ignore', 2, 2]
    });
    if (npm.status !== 0) {
        fail('The dependencies could not be installed; see the messages of npm above.');
    }
}

function readPackages(path) {
    const file = `${root}${path}`;
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {};
}

/** Optional packages are for other platforms, and those of a sub-installation are npm's business. */
function isMissing(wanted, installed, share) {
    return Object.entries(wanted).some(
        ([path, entry]) =>
            path !== '' &&
            !entry.optional &&
            (share === 'all' || !(entry.dev || entry.devOptional)) &&
            installed[path]?.version !== entry.version
    );
}

function run(script, args) {
    const child = spawn(
        `${root}node_modules/.bin/node`,
        ['--disable-warning=ExperimentalWarning', `${root}${script}`, ...args],
        {
            cwd: root,
            stdio: 'inherit',
            env: { ...process.env, PATH: `${root}node_modules/.bin:${process.env.PATH}` }
        }
    );
    for (const signal of ['SIGINT', 'SIGTERM']) {
        process.on(signal, () => child.kill(signal));
    }
    child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
}

function fail(message) {
    console.error(message);
    process.exit(1);
}
