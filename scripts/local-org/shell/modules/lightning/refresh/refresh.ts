type Handler = () => Promise<unknown>;

const REFRESH = 'lightning__refresh';
const handlers = new Map<number, Handler>();
let nextId = 0;

/** Asks the page to refresh what it shows. */
export class RefreshEvent extends CustomEvent<unknown> {
    static readonly type = REFRESH;

    constructor() {
        super(REFRESH, { bubbles: true, composed: true });
    }
}

/** The handler runs at each refresh; the id serves to unregister it. */
export function registerRefreshHandler(_context: unknown, handler: Handler): number {
    handlers.set(++nextId, handler);
    return nextId;
}

export function unregisterRefreshHandler(id: number): void {
    handlers.delete(id);
}

/** Containers of one's own share the page's round of handlers. */
export function registerRefreshContainer(
    _context: unknown,
    handler: (done: Promise<unknown>) => void
): number {
    return registerRefreshHandler(_context, async () => handler(Promise.resolve()));
}

export function unregisterRefreshContainer(id: number): void {
    unregisterRefreshHandler(id);
}

export const REFRESH_COMPLETE = 'complete';
export const REFRESH_COMPLETE_WITH_ERRORS = 'completeWithErrors';
export const REFRESH_ERROR = 'error';

/** Runs all handlers; the shell calls it. */
export async function runRefresh(): Promise<void> {
    await Promise.allSettled([...handlers.values()].map((handler) => handler()));
}
