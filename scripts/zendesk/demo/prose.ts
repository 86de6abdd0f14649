export const escaped = (text: string): string =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A list, a quotation and a table out of a comment's own sentences. */
export function longTail(paragraphs: readonly string[]): string {
    const rows = paragraphs.map(
        (text, at) => `<tr><td>${at + 1}</td><td>${escaped(text)}</td></tr>`
    );
    const items = Array.from(
        { length: 6 },
        (_, at) => `<li>${escaped(paragraphs[at % paragraphs.length] ?? '')}</li>`
    );
    return (
        `<ul dir="auto">${items.join('')}</ul>` +
        `<blockquote>${escaped(paragraphs.join(' ').repeat(3))}</blockquote>` +
        `<table><thead><tr><th>#</th><th></th></tr></thead><tbody>${rows.join('')}</tbody></table>`
    );
}

export const picture = (number: string): string =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="120"><rect width="320" height="120" fill="#eef"/>` +
    `<text x="20" y="65" font-family="sans-serif" font-size="22">Error ${number}</text></svg>`;
