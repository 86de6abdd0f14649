import { escapeHtml } from '../pages/markup.ts';
import type { VisualforcePage } from '../orgClient.ts';
import type { MarkupElement, MarkupNode } from './markup.ts';
import { parseMarkup } from './markup.ts';
import type { MergeValues } from './mergeFields.ts';
import { fillIn } from './mergeFields.ts';
import { unsupported, VisualforceProblem } from './problem.ts';

/** A page as the browser gets it. */
export interface RenderedPage {
    readonly title: string;
    /** Object of the standard controller; null when the page has none. */
    readonly standardController: string | null;
    readonly body: string;
}

export interface RenderContext {
    readonly values: MergeValues;
    /** Permits the page's own scripts under the content security policy. */
    readonly nonce: string;
    /** Stands where `apex:includeLightning` is. */
    readonly lightningScript: string;
}

/** Attributes of `apex:page` that are known; those about looks change nothing here. */
const PAGE_ATTRIBUTES = new Set([
    'apiVersion',
    'docType',
    'lightningStylesheets',
    'showHeader',
    'sidebar',
    'standardController',
    'standardStylesheets',
    'title'
]);
const VOID = new Set(['area', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'wbr']);

/**
 * Renders the part of Visualforce that pages need which only hold Lightning components: HTML, merge
 * fields, custom components without attributes, `apex:includeLightning`.
 * @throws {VisualforceProblem} naming whatever else the page uses
 */
export function renderPage(page: VisualforcePage, context: RenderContext): RenderedPage {
    const root = parseMarkup(page.markup, page.file);
    if (root.name !== 'apex:page') throw new VisualforceProblem(`${page.file} has no <apex:page>`);
    for (const name of Object.keys(root.attributes)) {
        if (!PAGE_ATTRIBUTES.has(name)) throw unsupported(`the attribute ${name} of <apex:page>`);
    }
    const { title = '', standardController = null } = root.attributes;
    return {
        title: fillIn(title, 'markup', context.values),
        standardController,
        body: new Renderer(page, context).render(root.children)
    };
}

class Renderer {
    readonly #page: VisualforcePage;
    readonly #context: RenderContext;

    constructor(page: VisualforcePage, context: RenderContext) {
        this.#page = page;
        this.#context = context;
    }

    render(nodes: readonly MarkupNode[]): string {
        return nodes
            .map((node) =>
                node.kind === 'text'
                    ? fillIn(node.text, 'markup', this.#context.values)
                    : this.#element(node)
            )
            .join('');
    }

    #element(element: MarkupElement): string {
        const { name } = element;
        if (name === 'apex:includeLightning') return this.#context.lightningScript;
        if (name.startsWith('c:')) return this.#component(element);
        if (name.includes(':')) throw unsupported(`the tag <${name}>`);
        if (name === 'script') return this.#script(element);
        const start = `<${name}${this.#attributes(element)}>`;
        return VOID.has(name) ? start : `${start}${this.render(element.children)}</${name}>`;
    }

    #component({ name, attributes }: MarkupElement): string {
        const markup = this.#page.components[name.slice('c:'.length).toLowerCase()];
        if (markup === undefined) {
            throw new VisualforceProblem(`There is no Visualforce component <${name}>.`);
        }
        const [attribute] = Object.keys(attributes);
        if (attribute) throw unsupported(`the attribute ${attribute} of <${name}>`);
        const root = parseMarkup(markup, name);
        if (root.name !== 'apex:component') {
            throw new VisualforceProblem(`<${name}> has no <apex:component>`);
        }
        return this.render(root.children);
    }

    #script(element: MarkupElement): string {
        const { values, nonce } = this.#context;
        const text = element.children.map((node) => (node.kind === 'text' ? node.text : ''));
        const code = fillIn(text.join(''), 'script', values);
        return `<script nonce="${nonce}"${this.#attributes(element)}>${code}</script>`;
    }

    #attributes({ name, attributes }: MarkupElement): string {
        return Object.entries(attributes)
            .map(([key, value]) => {
                if (/^on/i.test(key)) throw unsupported(`the attribute ${key} of <${name}>`);
                return ` ${key}="${quoted(fillIn(value, 'markup', this.#context.values))}"`;
            })
            .join('');
    }
}

/** What is written with entities stays; only a quote would end the attribute. */
function quoted(value: string): string {
    return value.replace(/["<>]/g, escapeHtml);
}
