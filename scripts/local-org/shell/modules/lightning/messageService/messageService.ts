import type { WireCallback } from 'shell/wire';

interface Channel {
    readonly name: string;
}

interface Subscription {
    readonly channel: string;
    readonly listener: (message: unknown) => void;
}

const subscriptions = new Set<Subscription>();

export const APPLICATION_SCOPE = Symbol('APPLICATION_SCOPE');

/** Wire: the context of messages; one page has one. */
export class MessageContext {
    readonly #emit: (context: object) => void;

    constructor(callback: WireCallback<unknown>) {
        this.#emit = callback as unknown as (context: object) => void;
    }

    connect(): void {
        this.#emit(createMessageContext());
    }

    update(): void {
        // takes no configuration
    }

    disconnect(): void {
        // holds nothing
    }
}

export function createMessageContext(): object {
    return {};
}

export function releaseMessageContext(): void {
    // holds nothing
}

export function publish(_context: object, { name }: Channel, message?: unknown): void {
    for (const { channel, listener } of [...subscriptions]) if (channel === name) listener(message);
}

export function subscribe(
    _context: object,
    { name }: Channel,
    listener: (message: unknown) => void
): Subscription {
    const subscription = { channel: name, listener };
    subscriptions.add(subscription);
    return subscription;
}

export function unsubscribe(subscription: Subscription): void {
    subscriptions.delete(subscription);
}
