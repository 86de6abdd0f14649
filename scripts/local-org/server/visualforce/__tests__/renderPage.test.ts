import { describe, expect, it } from '@jest/globals';
import { renderPage } from '../renderPage.ts';

interface Given {
    readonly query?: string;
    readonly components?: Readonly<Record<string, string>>;
}

function render(markup: string, { query = '', components = {} }: Given = {}) {
    return renderPage(
        { file: 'Tickets.page', markup, components, outApps: {} },
        {
            values: {
                parameters: new URLSearchParams(query),
                labels: { Title: 'Tickets & more', Quote: 'l’état d\'un "ticket"' }
            },
            nonce: 'n1',
            lightningScript: '<script>LIGHTNING</script>'
        }
    );
}

const page = (content: string) => `<apex:page standardController="Account">${content}</apex:page>`;

describe('a Visualforce page', () => {
    it('becomes HTML with its title and the object of its controller', () => {
        const markup =
            '<apex:page standardController="Account" title="{!$Label.Title}"><p class="a">x<br/>y</p></apex:page>';
        expect(render(markup)).toEqual({
            title: 'Tickets &amp; more',
            standardController: 'Account',
            body: '<p class="a">x<br>y</p>'
        });
    });

    it('encodes merge fields in markup and in attributes as HTML', () => {
        const { body } = render(
            page('<b title="{!$CurrentPage.parameters.id}">{!$CurrentPage.parameters.id}</b>'),
            {
                query: 'id="><script>'
            }
        );
        expect(body).toBe('<b title="&quot;&gt;&lt;script&gt;">&quot;&gt;&lt;script&gt;</b>');
    });

    it('encodes JSENCODE so that a value stays inside its quotes and its script', () => {
        const script = "<script>open('{!JSENCODE($CurrentPage.parameters.id)}');</script>";
        const { body } = render(page(script), { query: "id=');alert(1)//</script>" });
        expect(body).toBe(
            "<script nonce=\"n1\">open('\\');alert(1)\\/\\/\\u003c\\/script\\u003e');</script>"
        );
    });

    it('refuses a merge field that stands in a script as it is', () => {
        const script = "<script>open('{!$CurrentPage.parameters.id}');</script>";
        expect(() => render(page(script))).toThrow('without JSENCODE');
    });

    it('takes custom components in, whatever the case of their name', () => {
        const components = {
            tickets:
                '<apex:component><apex:includeLightning/><i>{!$Label.Title}</i></apex:component>'
        };
        expect(render(page('<c:Tickets />'), { components }).body).toBe(
            '<script>LIGHTNING</script><i>Tickets &amp; more</i>'
        );
    });

    it.each([
        ['<apex:pageBlock title="x"/>', 'the tag <apex:pageBlock>'],
        ['<flow:interview name="x"/>', 'the tag <flow:interview>'],
        ['<p onclick="go()">x</p>', 'the attribute onclick of <p>'],
        ['<p>{!Account.Name}</p>', 'the expression {!Account.Name}'],
        ['<c:None/>', 'no Visualforce component <c:None>'],
        ['<p>{!$Label.None}</p>', 'no label named None']
    ])('says what it can not do with %s', (content, message) => {
        expect(() => render(page(content))).toThrow(message);
    });

    it('refuses an attribute of the page that would change what it does', () => {
        expect(() => render('<apex:page controller="X"></apex:page>')).toThrow(
            'the attribute controller of <apex:page>'
        );
    });

    it('names the line of markup that is not well-formed', () => {
        expect(() => render('<apex:page>\n<p>\n</apex:page>')).toThrow(/^Tickets\.page:\d/);
    });
});
