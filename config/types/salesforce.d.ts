/** Modules that the platform resolves and no package describes. */

declare module '@salesforce/apex/*' {
    /** An Apex method, called by name of its parameters. What it returns is for the caller to type. */
    const method: (parameters?: Readonly<Record<string, unknown>>) => Promise<unknown>;
    export default method;
}

declare module '@salesforce/label/*' {
    const label: string;
    export default label;
}

declare module '@salesforce/schema/*' {
    const token: { readonly objectApiName: string; readonly fieldApiName: string };
    export default token;
}

declare module '@salesforce/customPermission/*' {
    const isGranted: boolean | undefined;
    export default isGranted;
}

declare module '@salesforce/i18n/*' {
    const value: string;
    export default value;
}

declare module '@salesforce/client/formFactor' {
    const formFactor: 'Large' | 'Medium' | 'Small';
    export default formFactor;
}

declare module 'lightning/actions' {
    /** Closes the modal of a screen action. */
    export class CloseActionScreenEvent extends CustomEvent<unknown> {
        constructor();
    }
}

declare module 'lightning/platformShowToastEvent' {
    export class ShowToastEvent extends CustomEvent<unknown> {
        constructor(toast: {
            readonly title?: string;
            readonly message?: string;
            readonly variant?: 'info' | 'success' | 'warning' | 'error';
        });
    }
}

declare module 'lightning/refresh' {
    /** Asks the page to refresh what it shows. */
    export class RefreshEvent extends CustomEvent<unknown> {
        constructor();
    }
    /** The handler runs at each refresh; what is returned serves to unregister it. */
    export function registerRefreshHandler(
        element: HTMLElement | object,
        handler: () => Promise<unknown>
    ): unknown;
    export function unregisterRefreshHandler(id: unknown): void;
}
