import LightningModal from 'lightning/modal';
import { chooseApp, navUrl } from 'shell/navigationItems';
import { session } from 'shell/session';
import { texts } from 'shell/texts';

/** All apps and all tabs. */
export default class AppLauncher extends LightningModal {
    texts = texts;
    term = '';

    get apps() {
        return session.apps
            .filter(({ label }) => this.#matches(label))
            .map(({ name, label, description, items: [first] }) => ({
                name,
                label,
                description,
                url: first ? navUrl(first) : '/lightning/page/home',
                initials: label.slice(0, 2)
            }));
    }

    get items() {
        const all = session.apps.flatMap(({ items }) => items);
        const byUrl = new Map(all.map((item) => [navUrl(item), item.label]));
        return [...byUrl]
            .filter(([, label]) => this.#matches(label))
            .map(([url, label]) => ({ url, label }));
    }

    handleSearch(event: CustomEvent<{ value: string }>): void {
        this.term = event.detail.value;
    }

    handleApp(event: Event): void {
        chooseApp((event.currentTarget as HTMLElement).dataset['name'] ?? '');
        this.close();
    }

    handleItem(): void {
        this.close();
    }

    #matches(label: string): boolean {
        return label.toLowerCase().includes(this.term.trim().toLowerCase());
    }
}
