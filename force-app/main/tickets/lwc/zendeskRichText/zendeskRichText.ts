import TOO_LONG from '@salesforce/label/c.Zendesk_Change_CommentTooLong';

import { formatLabel } from 'c/zendeskFormats';

/** Zendesk cuts a longer text without a word, see ZendeskTicketChange. */
const KILOBYTES_KEPT = 64;
const KILOBYTE = 1024;
const INDENT = /^ql-indent-(\d)$/;

/** What is wrong with a text, if Zendesk would not keep all of it. */
export function textFault(html: string): string | undefined {
    const bytes = new Blob([html]).size;
    return bytes < KILOBYTES_KEPT * KILOBYTE ? undefined : formatLabel(TOO_LONG, KILOBYTES_KEPT);
}

/**
 * A text of Salesforce's editor as other programs read it: the editor marks items of inner lists by a
 * class and leaves them beside the others, from where Zendesk would not move them.
 */
export function toPlainHtml(html: string): string {
    if (!html.includes('ql-indent')) {
        return html;
    }
    const { body } = new DOMParser().parseFromString(html, 'text/html');
    for (const list of [...body.querySelectorAll('ul, ol')]) {
        nest(list);
    }
    body.querySelectorAll('[class*="ql-indent"]').forEach((item) => item.removeAttribute('class'));
    // eslint-disable-next-line @lwc/lwc/no-inner-html -- read, not written
    return body.innerHTML;
}

/** Puts each item into a list inside the item before it that is one step further out. */
function nest(list: Element): void {
    const levels: Element[] = [list];
    const items = [...list.children];
    list.replaceChildren();
    for (const item of items) {
        const depth = indentOf(item);
        levels.length = Math.min(levels.length, depth + 1);
        while (levels.length <= depth) {
            levels.push(innerListOf(levels.at(-1) as Element));
        }
        levels.at(-1)?.append(item);
    }
}

function innerListOf(list: Element): Element {
    const inner = list.ownerDocument.createElement(list.tagName);
    const item = list.lastElementChild ?? list.appendChild(list.ownerDocument.createElement('li'));
    item.append(inner);
    return inner;
}

function indentOf(item: Element): number {
    const marks = [...item.classList].map((name) => Number(INDENT.exec(name)?.[1] ?? 0));
    return Math.max(0, ...marks);
}
