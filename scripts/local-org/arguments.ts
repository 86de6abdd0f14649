import { parseArgs } from 'node:util';

import type { InstallFor } from './platform/deploy/install.ts';

export interface StartArguments {
    readonly port: number;
    readonly zendeskPort: number;
    /** A real account, `https://acme.zendesk.com`; null for the simulator. */
    readonly zendeskUrl: string | null;
    readonly installFor: InstallFor;
    readonly fresh: boolean;
    /** Where the org is kept; null for the usual place. */
    readonly dataDir: string | null;
}

export const USAGE = `npm start -- [--port 8000] [--zendesk-port 8090] [--fresh]
             [--install-for all|admins] [--zendesk-url https://acme.zendesk.com]
             [--data-dir DIR]`;

/** Arguments that can't be understood; the message says how to put it right. */
export class UsageError extends Error {}

/** @throws UsageError */
export function readArguments(args: readonly string[]): StartArguments {
    const values = parse(args);
    return {
        port: portOf('--port', values.port ?? '8000'),
        zendeskPort: portOf('--zendesk-port', values['zendesk-port'] ?? '8090'),
        zendeskUrl: zendeskUrlOf(values['zendesk-url']),
        installFor: installForOf(values['install-for'] ?? 'all'),
        fresh: values.fresh ?? false,
        dataDir: values['data-dir'] ?? null
    };
}

function parse(args: readonly string[]) {
    try {
        return parseArgs({
            args: [...args],
            options: {
                port: { type: 'string' },
                'zendesk-port': { type: 'string' },
                'zendesk-url': { type: 'string' },
                'install-for': { type: 'string' },
                'data-dir': { type: 'string' },
                fresh: { type: 'boolean' }
            }
        }).values;
    } catch (cause) {
        throw new UsageError(cause instanceof Error ? cause.message : String(cause), { cause });
    }
}

function portOf(flag: string, text: string): number {
    const port = Number(text);
    if (!/^\d+$/.test(text) || port < 1 || port > 65535) {
        throw new UsageError(`${flag} takes a port from 1 to 65535, not "${text}".`);
    }
    return port;
}

function zendeskUrlOf(text: string | undefined): string | null {
    if (text !== undefined && !/^https:\/\/[a-z0-9][a-z0-9-]*\.zendesk\.com\/?$/.test(text)) {
        throw new UsageError(`--zendesk-url takes https://SUBDOMAIN.zendesk.com, not "${text}".`);
    }
    return text?.replace(/\/$/, '') ?? null;
}

function installForOf(text: string): InstallFor {
    if (text !== 'all' && text !== 'admins') {
        throw new UsageError(`--install-for takes "all" or "admins", not "${text}".`);
    }
    return text;
}
