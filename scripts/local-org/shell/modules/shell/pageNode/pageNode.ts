import { api, LightningElement } from 'lwc';
import { session } from 'shell/session';
import { text } from 'shell/texts';
import type { PageNode as Node } from '../session/types.ts';
import { loadComponent } from './loadComponent.ts';
import type { ComponentProblem } from './loadComponent.ts';

interface Context {
    readonly recordId?: string;
    readonly objectApiName?: string;
}

/** One component on a page: the shell's own, or one of the package. Shows why when it fails. */
export default class PageNode extends LightningElement {
    @api context: Context = {};
    constructorFunction: unknown = null;
    problem: ComponentProblem | null = null;
    currentNode!: Node;

    @api
    get node(): Node {
        return this.currentNode;
    }

    set node(value: Node) {
        const isSame = this.currentNode?.component === value.component;
        this.currentNode = value;
        if (!isSame) void this.#load(value.component);
    }

    get componentProperties(): Record<string, unknown> {
        const { component, properties } = this.currentNode;
        if (!component.startsWith('c:')) return { node: this.currentNode, context: this.context };
        const { recordId, objectApiName } = this.context;
        const place = { flexipageRegionWidth: 'MEDIUM' };
        const offered = { recordId, objectApiName, ...place, ...properties };
        return declaredOnly(offered, this.constructorFunction);
    }

    override errorCallback(error: Error, stack: string): void {
        this.constructorFunction = null;
        this.problem = {
            heading: text('componentFailed'),
            detail: error.message,
            items: [this.currentNode.component, ...stack.trim().split('\n')].slice(0, 4)
        };
        console.error(session.user.username, error);
    }

    async #load(component: string): Promise<void> {
        const loaded = await loadComponent(component);
        if (this.currentNode.component !== component) return;
        this.constructorFunction =
            'constructorFunction' in loaded ? loaded.constructorFunction : null;
        this.problem = 'problem' in loaded ? loaded.problem : null;
    }
}

/** A page sets only properties that the component publishes. */
function declaredOnly(
    values: Readonly<Record<string, unknown>>,
    constructorFunction: unknown
): Record<string, unknown> {
    const prototype = (constructorFunction as { prototype?: object } | null)?.prototype ?? {};
    return Object.fromEntries(
        Object.entries(values).filter(([name, value]) => name in prototype && value !== undefined)
    );
}
