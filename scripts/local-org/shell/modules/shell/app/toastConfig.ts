import type { ToastDetail } from 'lightning/platformShowToastEvent';

type MessageData = NonNullable<ToastDetail['messageData']>;

/** Turns the event's detail into what `lightning/toast` takes. */
export function toastConfig(detail: ToastDetail) {
    const { title = '', message = '', messageData = [], variant = 'info', mode } = detail;
    const filled = fillTexts(message, messageData);
    return {
        label: title || filled,
        message: title ? filled : '',
        messageLinks: linksIn(messageData),
        variant,
        mode: mode === 'dismissable' ? 'dismissible' : (mode ?? 'dismissible')
    };
}

/** Puts texts in place of `{0}`, `{1}`...; links keep their place. */
function fillTexts(message: string, data: MessageData): string {
    return message.replace(/\{(\d+)\}/g, (place, index) => {
        const item = data[Number(index)];
        return typeof item === 'string' ? item : place;
    });
}

function linksIn(data: MessageData): Readonly<Record<string, unknown>> {
    return Object.fromEntries(
        data.flatMap((item, index) =>
            typeof item === 'string' ? [] : [[String(index), { url: item.url, label: item.label }]]
        )
    );
}
