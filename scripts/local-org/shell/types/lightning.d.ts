/** What the shell uses of Salesforce's base modules. */
declare module 'lightning/modal' {
    import { LightningElement } from 'lwc';

    export default class LightningModal extends LightningElement {
        static open(options: Readonly<Record<string, unknown>>): Promise<unknown>;
        label: string;
        size: string;
        disableClose: boolean;
        close(result?: unknown): void;
    }
}

declare module 'lightning/confirm' {
    const confirm: { open(options: Readonly<Record<string, unknown>>): Promise<boolean> };
    export default confirm;
}

declare module 'lightning/toast' {
    const toast: { show(config: Readonly<Record<string, unknown>>, source: object): void };
    export default toast;
}

declare module 'lightning/purifyLib' {
    export default function sanitizeHTML(html: string): string;
}
