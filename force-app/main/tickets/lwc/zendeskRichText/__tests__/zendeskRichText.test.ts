import { textFault, toPlainHtml } from 'c/zendeskRichText';

describe('a text that Zendesk would cut', () => {
    it('is one of 64 kB or more', () => {
        expect(textFault('x'.repeat(65_535))).toBeUndefined();
        expect(textFault('x'.repeat(65_536))).toBe('c.Zendesk_Change_CommentTooLong');
    });

    it('is measured in bytes, as Zendesk does', () => {
        expect(textFault('😀'.repeat(16_384))).toBe('c.Zendesk_Change_CommentTooLong');
    });
});

describe('a text of the editor', () => {
    it('goes as it is when nothing in it is indented', () => {
        const html = '<p>Hi &amp; <b>bye</b>&nbsp;</p><ul><li>one</li></ul>';

        expect(toPlainHtml(html)).toBe(html);
    });

    it('goes with its inner lists inside the outer ones', () => {
        const html =
            '<ul><li>one</li><li class="ql-indent-1">a</li><li class="ql-indent-1">b</li>' +
            '<li class="ql-indent-2">deep</li><li>two</li></ul>';

        expect(toPlainHtml(html)).toBe(
            '<ul><li>one<ul><li>a</li><li>b<ul><li>deep</li></ul></li></ul></li><li>two</li></ul>'
        );
    });

    it('goes with an inner list that nothing stands before', () => {
        expect(toPlainHtml('<ol><li class="ql-indent-1">a</li><li>one</li></ol>')).toBe(
            '<ol><li><ol><li>a</li></ol></li><li>one</li></ol>'
        );
    });

    it('goes without the editor’s own marks of indented paragraphs', () => {
        expect(toPlainHtml('<p class="ql-indent-1">Hi</p>')).toBe('<p>Hi</p>');
    });
});
