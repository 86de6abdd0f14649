import { parseArgs } from 'node:util';

export type ApexCommand =
    | {
          readonly kind: 'test';
          readonly sourceDirs: readonly string[];
          readonly className: string | null;
          readonly json: boolean;
      }
    | { readonly kind: 'run'; readonly sourceDirs: readonly string[]; readonly file: string };

export const USAGE = `Usage:
  npm run apex -- test [--source DIR...] [--class NAME] [--json]
  npm run apex -- run FILE [--source DIR...]`;

/** @throws with the usage when the arguments are not of one of its forms */
export function parseCommand(args: readonly string[]): ApexCommand {
    const { values, positionals } = parse(args);
    const [kind, ...rest] = positionals;
    const sourceDirs = values.source ?? [];
    if (kind === 'test') {
        // `--source a b` names two folders, as in the usage.
        const dirs = sourceDirs.length > 0 ? [...sourceDirs, ...rest] : none(rest, sourceDirs);
        return {
            kind,
            sourceDirs: dirs,
            className: values.class ?? null,
            json: values.json ?? false
        };
    }
    const [file, ...more] = rest;
    if (kind === 'run' && file !== undefined) {
        return { kind, file, sourceDirs: [...sourceDirs, ...more] };
    }
    throw new Error(USAGE);
}

function parse(args: readonly string[]) {
    try {
        return parseArgs({
            args: [...args],
            allowPositionals: true,
            options: {
                source: { type: 'string', multiple: true },
                class: { type: 'string' },
                json: { type: 'boolean' }
            }
        });
    } catch (cause) {
        const reason = cause instanceof Error ? cause.message : String(cause);
        throw new Error(`${reason}\n${USAGE}`, { cause });
    }
}

function none(rest: readonly string[], dirs: readonly string[]): readonly string[] {
    if (rest.length > 0) {
        throw new Error(`Unexpected: ${rest.join(' ')}\n${USAGE}`);
    }
    return dirs;
}
