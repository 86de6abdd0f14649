import type { Attachment } from 'c/zendeskConversationService';

/** An image in the text of a comment. */
export interface InlineImage {
    readonly src: string;
    readonly alt: string;
    /** The attachment behind it; none for an image of another site. */
    readonly attachment?: Attachment;
}

/** The images in a comment, each once. The text is only read: nothing in it runs or loads. */
export function inlineImages(
    html: string,
    attachments: readonly Attachment[]
): readonly InlineImage[] {
    const images = [...parse(html).querySelectorAll('img[src]')].map((image) => {
        const src = image.getAttribute('src') ?? '';
        return {
            src,
            alt: image.getAttribute('alt') ?? '',
            attachment: attachments.find(({ url }) => isSameFile(url, src))
        };
    });
    return [...new Map(images.map((image) => [image.src, image])).values()];
}

/**
 * The text with other addresses for its images, by the old ones. An image without one is replaced by a
 * link that says what it was.
 */
export function withImageSources(
    html: string,
    sources: ReadonlyMap<string, string | undefined>,
    missing: (alt: string) => string
): string {
    const text = parse(html);
    for (const image of text.querySelectorAll('img[src]')) {
        const src = image.getAttribute('src') ?? '';
        const source = sources.get(src);
        if (source) {
            image.setAttribute('src', source);
        } else if (sources.has(src)) {
            image.replaceWith(linkTo(text, src, missing(image.getAttribute('alt') ?? '')));
        }
    }
    // eslint-disable-next-line @lwc/lwc/no-inner-html -- read, not written: it goes through the sanitiser
    return text.body.innerHTML;
}

/** Whether the browser gets to see an image at an address, which Salesforce's policy may forbid. */
export function canLoad(address: string): Promise<boolean> {
    return new Promise((resolve) => {
        const image = new Image();
        image.onload = () => resolve(true);
        image.onerror = () => resolve(false);
        image.src = address;
    });
}

/** A type that browsers show as a picture and never run. */
export function isPicture({ contentType }: Attachment): boolean {
    return /^image\/(bmp|gif|jpeg|png|webp)$/.test(contentType ?? '');
}

function parse(html: string): Document {
    return new DOMParser().parseFromString(html, 'text/html');
}

/** Zendesk writes the same file with and without host and name. */
function isSameFile(url: string, src: string): boolean {
    return tokenOf(url) !== undefined && tokenOf(url) === tokenOf(src);
}

function tokenOf(address: string): string | undefined {
    return /\/attachments\/token\/([^/?]+)/.exec(address)?.[1];
}

function linkTo(text: Document, address: string, words: string): Element {
    const link = text.createElement('a');
    link.setAttribute('href', address);
    link.setAttribute('target', '_blank');
    link.textContent = words;
    return link;
}
