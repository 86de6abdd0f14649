import { api, LightningElement } from 'lwc';
import { isPhone } from 'shell/session';
import type { PageTree } from '../session/types.ts';

type Region = PageTree['regions'][number];

const NARROW = /side|left|right/i;
const FULL = /header|top|footer|bottom$/i;

/** Lays out the regions of a template: full rows above, then main column and sidebars. */
export default class PageRegions extends LightningElement {
    @api tree!: PageTree;
    @api context: unknown;

    get rows() {
        const filled = this.tree.regions.filter(({ items }) => items.length > 0);
        const full = filled.filter((region) => this.#spansRow(region));
        const columns = filled.filter((region) => !full.includes(region));
        const above = full.filter(({ name }) => !/footer|bottom/i.test(name));
        const below = full.filter((region) => !above.includes(region));
        return [
            ...above.map((region) => this.#row([region])),
            ...(columns.length > 0 ? [this.#row(columns)] : []),
            ...below.map((region) => this.#row([region]))
        ];
    }

    #spansRow({ name }: Region): boolean {
        return isPhone || (FULL.test(name) && !/(left|right)/i.test(name));
    }

    #row(regions: readonly Region[]) {
        return {
            key: regions.map(({ name }) => name).join('-'),
            regions: regions.map((region) => ({
                ...region,
                className: `region ${widthClass(region, regions)}`
            }))
        };
    }
}

/** Twelfths of the row from the medium width on; stacked below. */
function widthClass(region: Region, row: readonly Region[]): string {
    if (row.length === 1) return 'slds-size_1-of-1';
    const narrow = row.filter(({ name }) => NARROW.test(name)).length;
    if (narrow === 0 || narrow === row.length) {
        return `slds-size_1-of-1 slds-large-size_1-of-${row.length}`;
    }
    const side = narrow === 1 ? 4 : 3;
    const size = NARROW.test(region.name) ? side : (12 - side * narrow) / (row.length - narrow);
    return `slds-size_1-of-1 slds-large-size_${size}-of-12`;
}
