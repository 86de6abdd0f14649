import { api, LightningElement } from 'lwc';
import AppLauncher from 'shell/appLauncher';
import { currentApp, navUrl } from 'shell/navigationItems';
import { currentUrl } from 'shell/router';
import { texts } from 'shell/texts';
import type { NavItem, PageModel } from '../session/types.ts';

/** App launcher, app name and tabs. */
export default class NavBar extends LightningElement {
    @api page!: PageModel;
    texts = texts;

    get app() {
        return currentApp();
    }

    get items() {
        return this.app.items.map((item) => {
            const active = this.#isActive(item);
            return {
                label: item.label,
                url: navUrl(item),
                isObject: item.kind === 'object',
                current: active ? 'page' : null,
                className: `slds-context-bar__item${active ? ' slds-is-active' : ''}`
            };
        });
    }

    handleLauncher(): void {
        void AppLauncher.open({ size: 'large', label: texts.appLauncher });
    }

    #isActive(item: NavItem): boolean {
        const { page } = this;
        if (item.kind === 'object') {
            return 'object' in page && page.object.apiName === item.objectApiName;
        }
        return currentUrl().split('?')[0] === navUrl(item);
    }
}
