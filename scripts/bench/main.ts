import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { startSimulator } from '../local-org/simulator.ts';
import { measureActions } from './actions.ts';
import { measureApexTests } from './apexTests.ts';
import { measureBytes } from './bytes.ts';
import { describeFigure, isKept, type Figure } from './figure.ts';
import { firstRowFigures } from './firstRow.ts';
import { measureLargeActions } from './largeActions.ts';
import { scrollingFigures } from './scrolling.ts';
import { simulatorFigures } from './simulator.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const ZENDESK_PORT = 8097;

const { json } = parseArgs({ options: { json: { type: 'boolean' } } }).values;
const figures: Figure[] = [];

record(measureBytes(ROOT));
record(...(await actionFigures()));
record(...(await firstRowFigures()));
record(...(await scrollingFigures()));
record(...measureApexTests());
record(...(await simulatorFigures()));

if (json) {
    console.log(JSON.stringify(figures));
}
process.exit(figures.every(isKept) ? 0 : 1);

function record(...measured: readonly Figure[]): void {
    figures.push(...measured);
    if (!json) {
        measured.forEach((figure) => console.log(describeFigure(figure)));
    }
}

async function actionFigures(): Promise<readonly Figure[]> {
    const simulator = await startSimulator(ROOT, ZENDESK_PORT, console.error);
    try {
        return [
            ...measureActions(ROOT, ZENDESK_PORT),
            ...(await measureLargeActions(ROOT, ZENDESK_PORT))
        ];
    } finally {
        simulator.stop();
    }
}
