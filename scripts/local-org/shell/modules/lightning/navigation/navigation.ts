import type { PageReference } from 'shell/pageReference';
import { urlOf } from 'shell/pageReference';
import { currentPage, goToPage, onNavigate } from 'shell/router';
import { deepFreeze } from 'shell/wire';
import type { WireCallback } from 'shell/wire';

const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');

// A mixin's base must take any arguments (TS2545).
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Constructor = new (...args: any[]) => object;

/** Gives a component `this[NavigationMixin.Navigate]` and `this[NavigationMixin.GenerateUrl]`. */
export function NavigationMixin<T extends Constructor>(Base: T) {
    return class extends Base {
        [Navigate](page: PageReference, replace = false): void {
            goToPage(page, replace);
        }

        async [GenerateUrl](page: PageReference): Promise<string> {
            return urlOf(page);
        }
    };
}

NavigationMixin.Navigate = Navigate;
NavigationMixin.GenerateUrl = GenerateUrl;

/** Wire: the page that is shown, with its state. */
export class CurrentPageReference {
    readonly #emit: (page: PageReference) => void;
    #stop: () => void = () => undefined;

    constructor(callback: WireCallback<unknown>) {
        this.#emit = callback as unknown as (page: PageReference) => void;
    }

    connect(): void {
        this.#emit(deepFreeze(currentPage()));
        this.#stop = onNavigate(() => this.#emit(deepFreeze(currentPage())));
    }

    update(): void {
        // takes no configuration
    }

    disconnect(): void {
        this.#stop();
    }
}

/** Wire: the context that the functions below take. */
export class NavigationContext {
    readonly #emit: (context: object) => void;

    constructor(callback: WireCallback<unknown>) {
        this.#emit = callback as unknown as (context: object) => void;
    }

    connect(): void {
        this.#emit({});
    }

    update(): void {
        // takes no configuration
    }

    disconnect(): void {
        // holds nothing
    }
}

export function navigate(_context: object, page: PageReference, options?: { replace?: boolean }) {
    goToPage(page, options?.replace ?? false);
}

export function generateUrl(_context: object, page: PageReference): string {
    return urlOf(page);
}
