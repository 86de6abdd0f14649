export const escapeHtml = (text: string): string =>
    text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;');

/** Plain text or simple Markdown as the paragraphs that Zendesk makes of it. */
export function htmlFromText(text: string): string {
    return collapsed(text)
        .split(/\n{2,}/)
        .map((paragraph) => `<p dir="auto">${inline(paragraph)}</p>`)
        .join('');
}

/** Zendesk collapses repeated blanks and empty lines. */
export const collapsed = (text: string): string =>
    text
        .replace(/\r\n?/g, '\n')
        .replace(/[ \t]{2,}/g, ' ')
        .replace(/\n{3,}/g, '\n\n')
        .trim();

function inline(paragraph: string): string {
    return escapeHtml(paragraph)
        .replace(/\*\*([^*\n]+)\*\*/g, '<strong>$1</strong>')
        .replace(/\bhttps?:\/\/[^\s<]+[^\s<.,;:!?)]/g, '<a href="$&" rel="noreferrer">$&</a>')
        .replaceAll('\n', '<br>');
}

const DANGEROUS = /<(script|style|iframe|object|embed|form)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;

/** Takes out what could run. */
export const safeHtml = (html: string): string =>
    html
        .replace(DANGEROUS, '')
        .replace(/\son\w+\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi, '')
        .replace(/(href|src)\s*=\s*(["']?)\s*javascript:[^"'>\s]*\2/gi, '');

const ENTITIES: Readonly<Record<string, string>> = {
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    nbsp: ' ',
    '#39': "'"
};

export const textFromHtml = (html: string): string =>
    html
        .replace(/<br\s*\/?>/gi, '\n')
        .replace(/<\/(p|div|li|tr|h\d|blockquote)>/gi, '\n\n')
        .replace(/<[^>]*>/g, '')
        .replace(/&(amp|lt|gt|quot|nbsp|#39);/g, (_, name: string) => ENTITIES[name] ?? '')
        .replace(/\n{3,}/g, '\n\n')
        .trim();
