import { createElement } from 'lwc';

import type { LightningElement } from 'lwc';

type Constructor = typeof LightningElement;

/** A component with these properties, on the page of the test. */
export function mount<Element extends HTMLElement>(
    tag: string,
    constructor: Constructor,
    properties: Readonly<Record<string, unknown>> = {}
): Element {
    const element = createElement(tag, { is: constructor });
    Object.assign(element, properties);
    document.body.appendChild(element);
    return element as unknown as Element;
}

/** Lets promises settle and components render. */
export async function settle(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
}

/** All text that a component shows, that of its children and of what is slotted included. */
export function textOf(element: Element): string {
    const own = element.shadowRoot ? [...element.shadowRoot.childNodes] : [];
    return [...own, ...element.childNodes].map(nodeText).join(' ');
}

/** What names an element of a component: the texts that `aria-labelledby` points to. */
export function nameOf(element: Element): string {
    const root = element.getRootNode() as ShadowRoot;
    const ids = element.getAttribute('aria-labelledby')?.split(' ') ?? [];
    return ids.map((id) => root.querySelector(`[id="${id}"]`)?.textContent).join(' ');
}

function nodeText(node: Node): string {
    if (node.nodeType === Node.TEXT_NODE) {
        return node.textContent?.trim() ?? '';
    }
    return node instanceof Element && node.tagName !== 'STYLE' ? textOf(node) : '';
}

/** The first element inside a component. */
export function find<Found extends Element = HTMLElement>(host: Element, selector: string): Found {
    const found = host.shadowRoot?.querySelector(selector);
    if (!found) {
        throw new Error(`${host.tagName} shows no ${selector}`);
    }
    return found as Found;
}

/** All elements inside a component. */
export function findAll(host: Element, selector: string): readonly HTMLElement[] {
    return [...(host.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])];
}
