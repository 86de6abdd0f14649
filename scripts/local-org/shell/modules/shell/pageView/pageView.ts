import { api, LightningElement } from 'lwc';
import { texts } from 'shell/texts';
import type { PageModel, PageNode, PageTree } from '../session/types.ts';

/** What one URL stands for, below the navigation bar. */
export default class PageView extends LightningElement {
    @api page!: PageModel;
    texts = texts;
    context = {};

    get isRecord(): boolean {
        return this.page.kind === 'record';
    }

    get isList(): boolean {
        return this.page.kind === 'list';
    }

    get isHome(): boolean {
        return this.page.kind === 'home';
    }

    get tree(): PageTree | null {
        return 'tree' in this.page ? this.page.tree : null;
    }

    get componentNode(): PageNode | null {
        if (this.page.kind !== 'component') return null;
        const { component } = this.page;
        return { component, id: component, properties: {}, facets: {} };
    }
}
