/** What a wire hands to a component. */
export interface WireResult<T> {
    readonly data: T | undefined;
    readonly error: unknown;
}

export type WireCallback<T> = (result: WireResult<T>) => void;

/** A configuration with something still undefined is incomplete: the wire waits. */
export function isComplete(config: Readonly<Record<string, unknown>>, names: readonly string[]) {
    return names.every((name) => config[name] !== undefined && config[name] !== null);
}

/** Results of wires are read-only, as on the platform. */
export function deepFreeze<T>(value: T): T {
    if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
    Object.values(value).forEach(deepFreeze);
    return Object.freeze(value);
}

/**
 * Base of wire adapters that load something by their configuration. A subclass says when the
 * configuration suffices and how to load; a late answer to an old configuration is dropped.
 */
export abstract class LoadingAdapter<C extends object, T> {
    readonly #emit: WireCallback<T>;
    #config: C | undefined;
    #turn = 0;
    protected connected = false;

    constructor(callback: WireCallback<T>) {
        this.#emit = callback;
        callback({ data: undefined, error: undefined });
    }

    protected abstract isReady(config: C): boolean;
    protected abstract load(config: C, fresh: boolean): Promise<T>;

    get config(): C | undefined {
        return this.#config;
    }

    connect(): void {
        this.connected = true;
    }

    disconnect(): void {
        this.connected = false;
        this.#turn += 1;
    }

    update(config: C): void {
        this.#config = config;
        this.#turn += 1;
        if (this.isReady(config)) void this.#run(config, false);
    }

    /** Loads again, past any cache. */
    async reload(): Promise<void> {
        const config = this.#config;
        if (config && this.isReady(config)) await this.#run(config, true);
    }

    async #run(config: C, fresh: boolean): Promise<void> {
        const turn = ++this.#turn;
        const result = await this.load(config, fresh).then(
            (data) => ({ data: deepFreeze(data), error: undefined }),
            (error: unknown) => ({ data: undefined, error: deepFreeze(error) })
        );
        if (turn === this.#turn && this.connected) this.emit(result);
    }

    protected emit(result: WireResult<T>): void {
        this.#emit(result);
    }
}
