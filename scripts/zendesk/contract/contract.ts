import { Router } from '../http/router.ts';
import { routes } from '../routes/index.ts';
import { compare } from './compare.ts';
import { readDescription, type Operation } from './description.ts';
import { EXCEPTIONS, type Exception } from './exceptions.ts';
import { scenarios, type Scenario } from './scenarios.ts';
import { createWorld, REQUESTER_TOKEN, type World } from './world.ts';

/** A deviation from the description; `reason` when it is an accepted one. */
export interface Deviation {
    readonly operation: string;
    /** null = the status. */
    readonly property: string | null;
    readonly problem: string;
    readonly reason: string | null;
}

export interface ContractReport {
    /** Operations of the description that the simulator has and that were called. */
    readonly checked: readonly string[];
    readonly notSimulated: readonly string[];
    readonly deviations: readonly Deviation[];
    /** Exceptions that nothing needs any more. */
    readonly unused: readonly Exception[];
}

/**
 * Calls every operation that the simulator and the description share, each on an account of its
 * own, and compares the answer with the description's examples.
 */
export async function checkContract(file: string): Promise<ContractReport> {
    const router = new Router(routes);
    const operations = readDescription(file);
    const isSimulated = (operation: Operation) => has(router, operation);
    const simulated = operations.filter(isSimulated);
    const deviations: Deviation[] = [];
    for (const operation of simulated) {
        deviations.push(...(await check(operation)));
    }
    const used = new Set(deviations.map((deviation) => deviation.reason));
    return {
        checked: [...new Set(simulated.map(nameOf))],
        notSimulated: [...new Set(operations.filter((o) => !isSimulated(o)).map(nameOf))],
        deviations,
        unused: EXCEPTIONS.filter(({ reason }) => !used.has(reason))
    };
}

/** Only a route with the same literal segments is the same operation. */
function has(router: Router, { method, path }: Operation): boolean {
    const route = router.match(method, path.replace(/\{\w+\}/g, '1'))?.route;
    const shape = (parts: string) => parts.replace(/:\w+|\{\w+\}/g, '*');
    return route !== undefined && shape(route.path) === shape(path);
}

const nameOf = ({ method, path }: Operation): string => `${method} ${path}`;

async function check(operation: Operation): Promise<Deviation[]> {
    const world = await createWorld();
    const all = scenarios(world.parameters);
    const name = nameOf(operation);
    const scenario = all[`${name} ${operation.status}`] ?? all[name] ?? {};
    const answer = await call(world, operation, scenario);
    if (answer.status !== operation.status) {
        const problem = `answers ${answer.status}, not ${operation.status}: ${JSON.stringify(answer.body)?.slice(0, 160) ?? ''}`;
        return [deviation(name, null, problem)];
    }
    const found = operation.examples.flatMap((example) => compare(example, answer.body));
    return found.map(({ property, problem }) => deviation(name, property, problem));
}

async function call(world: World, operation: Operation, scenario: Scenario) {
    const values = { ...world.parameters, ...scenario.parameters };
    const path = operation.path.replace(
        /\{(\w+)\}/g,
        (_, name: string) => values[name] ?? `{${name}}`
    );
    const url = scenario.query === undefined ? path : `${path}?${scenario.query}`;
    const token = scenario.as === 'requester' ? [REQUESTER_TOKEN] : [];
    return world.send(operation.method, url, scenario.body, ...token);
}

function deviation(operation: string, property: string | null, problem: string): Deviation {
    const accepted = EXCEPTIONS.find(
        (exception) =>
            exception.operation.test(operation) &&
            (property === null
                ? exception.property === undefined
                : exception.property?.test(property) === true)
    );
    return { operation, property, problem, reason: accepted?.reason ?? null };
}
