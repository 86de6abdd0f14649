import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { runCommand } from './command.ts';

import type { Check, Finding } from './finding.ts';

/** Every package directory converts to the metadata format with the Salesforce CLI. */
export const conversion: Check = {
    name: 'Metadata conversion (sf project convert source)',
    run: async (root) => {
        const findings: Finding[] = [];
        for (const folder of packageFolders(root)) {
            findings.push(...(await convert(root, folder)));
        }
        return findings;
    }
};

function packageFolders(root: string): readonly string[] {
    const project = JSON.parse(readFileSync(join(root, 'sfdx-project.json'), 'utf8')) as {
        packageDirectories: readonly { path: string }[];
    };
    return project.packageDirectories.map(({ path }) => path);
}

async function convert(root: string, folder: string): Promise<readonly Finding[]> {
    const output = mkdtempSync(join(tmpdir(), 'zendesk-convert-'));
    try {
        const result = await runCommand(
            root,
            'sf',
            ['project', 'convert', 'source', '--root-dir', folder, '--output-dir', output],
            { SF_DISABLE_TELEMETRY: 'true', SF_SKIP_NEW_VERSION_CHECK: 'true' }
        );
        return result.status === 0 ? [] : [{ file: folder, message: result.output.trim() }];
    } finally {
        rmSync(output, { recursive: true });
    }
}
