import { execution } from '../../execution.ts';
import { PageReference } from './pageReference.ts';

interface PageState {
    page: PageReference | null;
}

function state(): PageState {
    return execution().slot<PageState>('page', () => ({ page: null }));
}

/** `ApexPages.currentPage()`: null outside of pages, until a test sets one. */
export function currentPage(): PageReference | null {
    return state().page;
}

export function setCurrentPage(page: unknown): void {
    state().page = page instanceof PageReference ? page : null;
}
