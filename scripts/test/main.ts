import { resolve } from 'node:path';

import { apexSuite } from './apexSuite.ts';
import { browserSuite } from './browserSuite.ts';
import { jestSuite } from './jestSuite.ts';
import { addOutcomes, describeOutcome } from './outcome.ts';

import type { Outcome, Suite } from './outcome.ts';

const suites: readonly Suite[] = [
    jestSuite('Components', 'components'),
    jestSuite('Scripts', 'scripts'),
    apexSuite,
    browserSuite
];

const root = resolve(import.meta.dirname, '../..');
const outcomes: Outcome[] = [];
for (const suite of suites) {
    console.log(`\n== ${suite.name}`);
    const outcome = await suite.run(root);
    console.log(`${suite.name}: ${describeOutcome(outcome)}`);
    outcomes.push(outcome);
}

const total = addOutcomes(outcomes);
console.log(`\n${describeOutcome(total)}`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
