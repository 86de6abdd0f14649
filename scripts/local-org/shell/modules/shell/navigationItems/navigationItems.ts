import { session } from 'shell/session';
import type { LightningApp, NavItem } from '../session/types.ts';

const CHOSEN = 'shell.app';
const NONE: LightningApp = { name: '', label: '', description: '', items: [] };

/** The app whose tabs are shown: the one chosen last in this tab, else the first. */
export function currentApp(): LightningApp {
    const chosen = sessionStorage.getItem(CHOSEN);
    return session.apps.find(({ name }) => name === chosen) ?? session.apps[0] ?? NONE;
}

export function chooseApp(name: string): void {
    sessionStorage.setItem(CHOSEN, name);
}

export function navUrl(item: NavItem): string {
    switch (item.kind) {
        case 'home':
            return '/lightning/page/home';
        case 'object':
            return `/lightning/o/${item.objectApiName}/list`;
        case 'page':
            return `/lightning/n/${item.name}`;
    }
}
