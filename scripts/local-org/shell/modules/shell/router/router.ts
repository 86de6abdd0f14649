import type { PageReference } from 'shell/pageReference';
import { pageReferenceOf, urlOf } from 'shell/pageReference';

type Listener = (url: string) => void;

const listeners = new Set<Listener>();

export function currentUrl(): string {
    return location.pathname + location.search;
}

export function currentPage(): PageReference {
    return pageReferenceOf(currentUrl());
}

/** Called with each new URL; gives the way to stop. */
export function onNavigate(listener: Listener): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
}

/** Goes to a page inside the shell, or opens another site in a new tab. */
export function goTo(url: string, replace = false): void {
    const target = new URL(url, location.origin);
    if (!/^https?:$/.test(target.protocol)) {
        if (/^(mailto|tel):$/.test(target.protocol)) location.assign(target.href);
        return;
    }
    if (target.origin !== location.origin || !target.pathname.startsWith('/lightning/')) {
        window.open(target.href, '_blank', 'noopener');
        return;
    }
    const path = target.pathname + target.search;
    if (replace) history.replaceState(null, '', path);
    else history.pushState(null, '', path);
    announce();
}

export function goToPage(page: PageReference, replace = false): void {
    goTo(urlOf(page), replace);
}

export function recordUrl(objectApiName: string, recordId: string): string {
    return `/lightning/r/${objectApiName}/${recordId}/view`;
}

function announce(): void {
    for (const listener of [...listeners]) listener(currentUrl());
}

/** Links inside the shell change the page without loading it anew. */
export function followLinks(root: HTMLElement): void {
    window.addEventListener('popstate', announce);
    root.addEventListener('click', (event) => {
        const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
        if (!link || event.defaultPrevented || isSpecialClick(event)) return;
        const url = new URL(link.href, location.origin);
        if (link.target === '_blank' || url.origin !== location.origin) return;
        if (!url.pathname.startsWith('/lightning/')) return;
        event.preventDefault();
        goTo(url.pathname + url.search);
    });
}

function isSpecialClick({ button, ctrlKey, metaKey, shiftKey }: MouseEvent): boolean {
    return button !== 0 || ctrlKey || metaKey || shiftKey;
}
