import axe from 'axe-core';
import type { AxeResults, NodeResult, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

/** WCAG 2.2 to level AA, and what axe-core's authors advise besides. */
const OPTIONS: RunOptions = {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    // Landmarks are for the page to give, not for a component on it.
    rules: { region: { enabled: false } },
    resultTypes: ['violations']
};

const OURS = 'c-zendesk-';

/** Higher than any page, so that nothing that sticks to an edge covers what is judged. */
const WHOLE_PAGE = 6000;

/** Salesforce's own components whose buttons are smaller than WCAG 2.5.8 asks for. */
const SMALL = ['lightning-datepicker', 'lightning-helptext', 'lightning-pill'];

/** What axe-core finds wrong in the package's components, state by state. */
export class Audit {
    readonly #page: Page;
    readonly #faults: string[] = [];

    constructor(page: Page) {
        this.#page = page;
    }

    /** Each with the state, the rule, the element and what is the matter. */
    get faults(): readonly string[] {
        return this.#faults;
    }

    /** Judges what is on the page now. @param state how to name it in what is found */
    async look(state: string): Promise<void> {
        const size = this.#page.viewportSize() ?? { width: 0, height: 0 };
        await this.#page.setViewportSize({ ...size, height: WHOLE_PAGE });
        for (const { id, nodes } of await this.#violations()) {
            const own = nodes.filter((node) => isOurs(node) && !isExcused(id, node));
            this.#faults.push(...own.map((node) => `${state}: ${id}: ${describe(node)}`));
        }
        if ((await this.#page.evaluate('document.documentElement.scrollWidth')) !== size.width) {
            this.#faults.push(`${state}: wider than the window (WCAG 1.4.10)`);
        }
        await this.#page.setViewportSize(size);
    }

    async #violations(): Promise<AxeResults['violations']> {
        await this.#page.evaluate(axe.source);
        const run = `axe.run(${JSON.stringify(OPTIONS)})`;
        const { violations } = (await this.#page.evaluate(run)) as AxeResults;
        return violations;
    }
}

/** From the page through each shadow root to the element. */
function pathOf({ target }: NodeResult): readonly string[] {
    return target.flat();
}

function isOurs(node: NodeResult): boolean {
    return pathOf(node).some((part) => part.includes(OURS));
}

function isExcused(rule: string, node: NodeResult): boolean {
    const isSmall = pathOf(node).some((part) => SMALL.some((name) => part.includes(name)));
    return rule === 'target-size' && isSmall;
}

function describe(node: NodeResult): string {
    return `${pathOf(node).slice(-3).join(' > ')}: ${node.failureSummary ?? ''}`;
}
