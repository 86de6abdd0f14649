import { createElement } from 'lwc';

/** Called with the component, or with null and what went wrong. */
type Created = (
    component: HTMLElement | null,
    status: 'SUCCESS' | 'ERROR',
    message: string
) => void;
type Use = readonly [app: string, ready: () => void];

interface LightningOut {
    use(...parameters: Use): void;
    createComponent(
        name: string,
        attributes: Readonly<Record<string, unknown>>,
        place: string | HTMLElement,
        created?: Created
    ): void;
}

declare global {
    interface Window {
        $Lightning?: LightningOut | { readonly waiting: readonly Use[] };
    }
}

const outApps: Readonly<Record<string, readonly string[]>> = JSON.parse(
    document.getElementById('out-apps')?.textContent ?? '{}'
);
const offered = new Set<string>();

/** Makes the components that a dependency app names known to the page. */
function use(...[app, ready]: Use): void {
    const components = outApps[app];
    if (!components) throw new Error(`There is no app named ${app} that extends ltng:outApp.`);
    for (const name of components) offered.add(name);
    ready();
}

function createComponent(...parameters: Parameters<LightningOut['createComponent']>): void {
    const [, , , created] = parameters;
    create(...parameters).then(
        (component) => created?.(component, 'SUCCESS', ''),
        (error: unknown) => created?.(null, 'ERROR', String(error))
    );
}

async function create(
    ...[name, attributes, place]: Parameters<LightningOut['createComponent']>
): Promise<HTMLElement> {
    if (!offered.has(name)) throw new Error(`No dependency app in use names ${name}.`);
    const target = typeof place === 'string' ? document.getElementById(place) : place;
    if (!target) throw new Error(`The page has no element ${String(place)}.`);
    const constructor = await load(name.replace(':', '/'));
    const element: HTMLElement = createElement(tagOf(name), { is: constructor });
    const known = Object.entries(attributes).filter(([key]) => key in element);
    Object.assign(element, Object.fromEntries(known));
    target.append(element);
    return element;
}

async function load(specifier: string): Promise<Parameters<typeof createElement>[1]['is']> {
    const module = (await import(specifier)) as {
        readonly default: Parameters<typeof createElement>[1]['is'];
    };
    return module.default;
}

/** `c:ticketView` -> `c-ticket-view`. */
function tagOf(name: string): string {
    const dashed = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    return dashed.replace(':', '-');
}

const { $Lightning: before } = window;
window.$Lightning = { use, createComponent };
if (before && 'waiting' in before) {
    for (const parameters of before.waiting) use(...parameters);
}
