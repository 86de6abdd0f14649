import { fileIcon } from 'c/zendeskFileIcons';

describe('the icon of a file', () => {
    it.each([
        ['offer.pdf', 'doctype:pdf'],
        ['PHOTO.JPG', 'doctype:image'],
        ['archive.tar.zip', 'doctype:zip'],
        ['README', 'doctype:unknown'],
        ['', 'doctype:unknown']
    ])('of "%s" is %s', (name, icon) => {
        expect(fileIcon(name)).toBe(icon);
    });
});
