import { measureSimulator } from '../zendesk/bench.ts';
import type { Figure } from './figure.ts';

/** The Zendesk simulator at 100,000 tickets and 20,000 users. */
export async function simulatorFigures(): Promise<readonly Figure[]> {
    const measurements = await measureSimulator();
    return measurements.map(({ name, value, unit, bound }) => ({
        name: `simulator, ${name}`,
        value,
        unit,
        limit: bound
    }));
}
