import { api, LightningElement } from 'lwc';
import AppLauncher from 'shell/appLauncher';
import { texts } from 'shell/texts';

const HOME = '/lightning/setup/SetupOneHome/home';
const APPS = '/lightning/setup/ConnectedApplication/home';

const TREE = [
    { label: texts.administration, items: [{ label: texts.setupHome, url: HOME }] },
    { label: texts.platformTools, items: [{ label: texts.manageConnectedApps, url: APPS }] }
];

/** Setup: its tabs, its tree and the page that is open. */
export default class Setup extends LightningElement {
    @api section = '';
    @api rest = '';
    texts = texts;
    term = '';

    get groups() {
        return TREE.map(({ label, items }) => ({
            label,
            items: items.filter((item) => this.#matches(item.label)).map((item) => this.#link(item))
        })).filter(({ items }) => items.length > 0);
    }

    #matches(label: string): boolean {
        return label.toLowerCase().includes(this.term.trim().toLowerCase());
    }

    #link(item: { readonly label: string; readonly url: string }) {
        const isCurrent = item.url.split('/')[3] === this.section;
        return {
            ...item,
            current: isCurrent ? 'page' : null,
            className: `link${isCurrent ? ' current' : ''}`
        };
    }

    get heading(): string {
        return this.isApps ? texts.manageConnectedApps : texts.setupHome;
    }

    get isHome(): boolean {
        return this.section === 'SetupOneHome';
    }

    get isApps(): boolean {
        return this.section === 'ConnectedApplication';
    }

    get isList(): boolean {
        return this.isApps && this.rest === 'home';
    }

    get appId(): string {
        return this.rest.split('/')[0] ?? '';
    }

    get action(): string {
        return this.rest.split('/')[1] ?? '';
    }

    get isDetail(): boolean {
        return this.isApps && this.action === 'view';
    }

    get isEdit(): boolean {
        return this.isApps && this.action === 'edit';
    }

    get isSelection(): boolean {
        return this.isApps && ['profiles', 'permission-sets'].includes(this.action);
    }

    handleFind(event: CustomEvent<{ value: string }>): void {
        this.term = event.detail.value;
    }

    handleLauncher(): void {
        void AppLauncher.open({ size: 'large', label: texts.appLauncher });
    }
}
