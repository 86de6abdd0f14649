import { resolve } from 'node:path';

import { apexStyle } from './apexStyle.ts';
import { apexTypes } from './apexTypes.ts';
import { codeAnalyzer } from './codeAnalyzer.ts';
import { componentPaths } from './componentPaths.ts';
import { conversion } from './conversion.ts';
import { doors } from './doors.ts';
import { describeFinding } from './finding.ts';
import { labels } from './labels.ts';
import { layers } from './layers.ts';
import { permissions } from './permissions.ts';
import { suppressions } from './suppressions.ts';
import { toolChecks } from './tools.ts';

import type { Check } from './finding.ts';

const checks: readonly Check[] = [
    ...toolChecks,
    apexStyle,
    layers,
    doors,
    labels,
    permissions,
    suppressions,
    componentPaths,
    apexTypes,
    codeAnalyzer,
    conversion
];

const root = resolve(import.meta.dirname, '../..');
let findingCount = 0;
for (const check of checks) {
    findingCount += await report(check);
}
console.log(findingCount === 0 ? 'All checks are clean.' : `${findingCount} findings.`);
process.exitCode = findingCount === 0 ? 0 : 1;

async function report(check: Check): Promise<number> {
    const start = performance.now();
    const findings = await check.run(root);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    const name = check.summary ? `${check.name}: ${check.summary(root)}` : check.name;
    console.log(`${findings.length === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`);
    for (const finding of findings) {
        console.log(`     ${describeFinding(finding)}`);
    }
    return findings.length;
}
