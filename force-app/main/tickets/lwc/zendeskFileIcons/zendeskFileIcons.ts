const ICONS: Readonly<Record<string, string>> = {
    bmp: 'doctype:image',
    csv: 'doctype:csv',
    doc: 'doctype:word',
    docx: 'doctype:word',
    gif: 'doctype:image',
    jpeg: 'doctype:image',
    jpg: 'doctype:image',
    mov: 'doctype:video',
    mp3: 'doctype:audio',
    mp4: 'doctype:mp4',
    pdf: 'doctype:pdf',
    png: 'doctype:image',
    ppt: 'doctype:ppt',
    pptx: 'doctype:ppt',
    txt: 'doctype:txt',
    webp: 'doctype:image',
    xls: 'doctype:excel',
    xlsx: 'doctype:excel',
    xml: 'doctype:xml',
    zip: 'doctype:zip'
};

/** The icon of a file as Salesforce shows it, by the end of its name. */
export function fileIcon(fileName: string): string {
    const extension = fileName.split('.').pop()?.toLowerCase() ?? '';
    return ICONS[extension] ?? 'doctype:unknown';
}
