import type { ToastDetail } from 'lightning/platformShowToastEvent';

/** Turns the event's detail into what `lightning/toast` takes. */
export function toastConfig(detail: ToastDetail) {
    const { title = '', message = '', messageData = [], variant = 'info', mode } = detail;
    const links = messageData.map((item, index) => [String(index), linkOf(item)]);
    return {
        label: title || message,
        message: title ? message : '',
        messageLinks: Object.fromEntries(links),
        variant,
        mode: mode === 'dismissable' ? 'dismissible' : (mode ?? 'dismissible')
    };
}

function linkOf(item: NonNullable<ToastDetail['messageData']>[number]): unknown {
    return typeof item === 'string' ? item : { url: item.url, label: item.label };
}
