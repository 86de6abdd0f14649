import { LightningElement } from 'lwc';
import { SHOW_TOAST } from 'lightning/platformShowToastEvent';
import type { ToastDetail } from 'lightning/platformShowToastEvent';
import { runRefresh } from 'lightning/refresh';
import Toast from 'lightning/toast';
import { messageOf, request } from 'shell/http';
import { recordsChanged } from 'shell/recordStore';
import { currentUrl, followLinks, onNavigate } from 'shell/router';
import { session } from 'shell/session';
import { text, texts } from 'shell/texts';
import type { PageModel } from '../session/types.ts';
import { toastConfig } from './toastConfig.ts';

/** The whole page: header, navigation and what the URL stands for. */
export default class App extends LightningElement {
    page: PageModel = session.page;
    pageKey = currentUrl();
    error = '';
    texts = texts;

    override connectedCallback(): void {
        onNavigate((url) => void this.#show(url));
        followLinks(document.body);
        document.addEventListener(SHOW_TOAST, (event) => {
            Toast.show(toastConfig((event as CustomEvent<ToastDetail>).detail), this);
        });
        document.addEventListener('lightning__refresh', () => void this.#refresh());
        this.#setTitle();
    }

    /** Keyed by URL: another record is another page, never the old one with new values. */
    get views() {
        return [{ key: this.pageKey, page: this.page }];
    }

    get isSetup(): boolean {
        return this.page.kind === 'setup';
    }

    handleSkip(event: Event): void {
        event.preventDefault();
        (this.refs?.['main'] as HTMLElement | undefined)?.focus();
    }

    async #show(url: string): Promise<void> {
        try {
            const found = await request(`/_shell/page?url=${encodeURIComponent(url)}`);
            if (url !== currentUrl()) return;
            this.page = found as PageModel;
            this.pageKey = url;
            this.error = '';
            window.scrollTo(0, 0);
        } catch (error) {
            this.error = messageOf(error);
        }
        this.#setTitle();
    }

    async #refresh(): Promise<void> {
        if (this.page.kind === 'record') recordsChanged([this.page.recordId]);
        await runRefresh();
    }

    #setTitle(): void {
        document.title = `${this.#pageTitle()} | Salesforce`;
    }

    #pageTitle(): string {
        switch (this.page.kind) {
            case 'record':
                return this.page.object.label;
            case 'list':
                return this.page.object.labelPlural;
            case 'page':
                return this.page.label;
            case 'setup':
                return text('setup');
            default:
                return text('home');
        }
    }
}
