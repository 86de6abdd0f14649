import { LightningElement } from 'lwc';
import { currentApp, navUrl } from 'shell/navigationItems';
import { session } from 'shell/session';
import { text } from 'shell/texts';

/** Home when no home page is activated: the tabs of the app. */
export default class HomePage extends LightningElement {
    welcome = text('welcome', session.user.name);

    get tiles() {
        return currentApp()
            .items.filter(({ kind }) => kind === 'object')
            .map((item) => ({
                label: item.label,
                url: navUrl(item),
                icon: item.kind === 'object' ? `standard:${item.objectApiName.toLowerCase()}` : ''
            }));
    }
}
