import { canLoad, inlineImages, isPicture, withImageSources } from 'c/zendeskImages';

import type { Attachment } from 'c/zendeskConversationService';

const file: Attachment = {
    id: '5',
    fileName: 'a.png',
    contentType: 'image/png',
    url: 'https://acme.zendesk.com/attachments/token/AbC/?name=a.png',
    isInline: true,
    isMalware: false
};
const SRC = 'https://acme.zendesk.com/attachments/token/AbC?name=a.png';

describe('inlineImages', () => {
    it('finds the attachment behind an image, however its address is written', () => {
        const images = inlineImages(`<p>See <img src="${SRC}" alt="plan"></p>`, [file]);

        expect(images).toEqual([{ src: SRC, alt: 'plan', attachment: file }]);
    });

    it('knows an image of another site to be none of the ticket’s files', () => {
        const [image] = inlineImages('<img src="https://evil.example/pixel.gif">', [file]);

        expect(image?.attachment).toBeUndefined();
    });

    it('runs nothing of what it reads', () => {
        inlineImages(
            '<img src="x" onerror="globalThis.hacked = true"><script>hacked()</script>',
            []
        );

        expect((globalThis as { hacked?: boolean }).hacked).toBeUndefined();
    });
});

describe('withImageSources', () => {
    it('puts another address in', () => {
        const html = withImageSources(
            `<img src="${SRC}">`,
            new Map([[SRC, 'data:image/png;base64,AA==']]),
            String
        );

        expect(html).toBe('<img src="data:image/png;base64,AA==">');
    });

    it('says what an image was that can’t be shown, as text', () => {
        const html = withImageSources(
            `<img src="${SRC}" alt="<b>plan</b>">`,
            new Map([[SRC, undefined]]),
            (alt) => `Image ${alt}`
        );

        expect(html).toContain('>Image &lt;b&gt;plan&lt;/b&gt;</a>');
        expect(html).not.toContain('<img');
    });

    it('leaves an image alone of which nothing is known', () => {
        expect(withImageSources('<img src="x">', new Map(), String)).toBe('<img src="x">');
    });
});

describe('isPicture', () => {
    it('takes no SVG for a picture, since it can carry scripts', () => {
        expect(isPicture(file)).toBe(true);
        expect(isPicture({ ...file, contentType: 'image/svg+xml' })).toBe(false);
        expect(isPicture({ ...file, contentType: undefined })).toBe(false);
    });
});

describe('canLoad', () => {
    it.each([
        ['load', true],
        ['error', false]
    ])('follows the browser: %s', async (event, expected) => {
        const image = document.createElement('img');
        const asked = jest.spyOn(window, 'Image').mockReturnValue(image);

        const loads = canLoad(SRC);
        image.dispatchEvent(new CustomEvent(event));

        await expect(loads).resolves.toBe(expected);
        expect(image.src).toBe(SRC);
        asked.mockRestore();
    });
});
