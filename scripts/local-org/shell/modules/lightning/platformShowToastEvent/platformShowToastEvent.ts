export const SHOW_TOAST = 'lightning__showtoast';

export interface ToastDetail {
    readonly title?: string;
    readonly message?: string;
    readonly messageData?: readonly (string | { readonly url: string; readonly label: string })[];
    readonly variant?: 'info' | 'success' | 'warning' | 'error';
    readonly mode?: 'dismissible' | 'dismissable' | 'pester' | 'sticky';
}

/** Asks the page for a toast. A page that shows none ignores it. */
export class ShowToastEvent extends CustomEvent<ToastDetail> {
    constructor(detail: ToastDetail) {
        super(SHOW_TOAST, { composed: true, cancelable: true, bubbles: true, detail });
    }
}
