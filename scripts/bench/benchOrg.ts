import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { LimitLedger } from '../local-org/apex/library/limits/ledger.ts';
import { openDemoOrg } from '../local-org/org/demoOrg.ts';
import type { LocalOrg } from '../local-org/org/localOrg.ts';
import { invokeApex } from '../local-org/org/services/code.ts';
import { tokenKey } from '../local-org/platform/credentials/credentialStore.ts';
import { getOne } from '../local-org/platform/store/types.ts';
import { simulatedAccount } from '../local-org/zendeskAccount.ts';

export interface ActionCall {
    readonly className: string;
    readonly methodName: string;
    readonly params: Readonly<Record<string, unknown>>;
}

/** What one call of a component cost. */
export interface ActionCost {
    readonly callouts: number;
    readonly queries: number;
    readonly dmlStatements: number;
    /** Bytes, the most at a time. */
    readonly heap: number;
    /** Null when the call was refused before it could use anything. */
    readonly errorCode: string | null;
}

/** A new demo org in this process, in which single calls can be counted. */
export class BenchOrg {
    readonly #org: LocalOrg;
    readonly #dataDir = mkdtempSync(join(tmpdir(), 'zendesk-bench-'));
    readonly #used: LimitLedger[] = [];

    constructor(root: string, zendeskPort: number) {
        const { clients, hosts } = simulatedAccount(zendeskPort);
        this.#org = openDemoOrg(
            {
                root,
                dataDir: this.#dataDir,
                fresh: true,
                installFor: 'all',
                zendesk: clients,
                hosts,
                orgUrl: 'http://localhost:8000',
                onTransaction: (_call, used) => void this.#used.push(used)
            },
            console.error
        );
    }

    idOf(objectName: string, field: string, value: string): string {
        return getOne(this.#org.platform.rows, objectName, { [field]: value }).id;
    }

    /** As if the user had authenticated their Zendesk agent in the browser. */
    linkAgent(username: string, accessToken: string): void {
        const key = tokenKey({
            externalCredential: 'Zendesk_Agent',
            principalType: 'PerUserPrincipal',
            principalName: 'Agent',
            userId: this.idOf('User', 'Username', username)
        });
        this.#org.platform.credentials.tokens.set(key, {
            accessToken,
            tokenType: 'Bearer',
            refreshToken: null,
            expiresAt: null,
            scope: null
        });
    }

    /** What a call answers. @throws when it is refused */
    invoke(username: string, call: ActionCall): unknown {
        const outcome = this.#call(username, call);
        if ('error' in outcome) {
            throw new Error(`${call.methodName} failed: ${outcome.error.message}`);
        }
        return outcome.returnValue;
    }

    /** Tokens are the platform's business and not counted; Apex does not see them either. */
    measure(username: string, call: ActionCall): ActionCost {
        this.#used.length = 0;
        this.#org.platform.wire.clearLog();
        const outcome = this.#call(username, call);
        const requests = this.#org.platform.wire.log.filter(({ url }) => url.includes('/api/'));
        return {
            callouts: requests.length,
            queries: this.#used[0]?.used('queries') ?? 0,
            dmlStatements: this.#used[0]?.used('dmlStatements') ?? 0,
            heap: this.#used[0]?.mostUsed('heapSize') ?? 0,
            errorCode: 'error' in outcome ? outcome.error.message : null
        };
    }

    #call(username: string, call: ActionCall): ReturnType<typeof invokeApex> {
        return invokeApex(this.#org, {
            ...call,
            userId: this.idOf('User', 'Username', username),
            namespace: '',
            cacheable: false
        });
    }

    close(): void {
        this.#org.close();
        rmSync(this.#dataDir, { recursive: true, force: true });
    }
}
