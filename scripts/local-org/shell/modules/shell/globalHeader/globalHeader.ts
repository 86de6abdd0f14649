import { LightningElement } from 'lwc';
import { goTo } from 'shell/router';
import { session } from 'shell/session';
import { texts } from 'shell/texts';

/** Logo, search, set-up menu, notifications and the user's avatar. */
export default class GlobalHeader extends LightningElement {
    texts = texts;
    isAdministrator = session.user.isAdministrator;

    handleSetup(): void {
        goTo('/lightning/setup/SetupOneHome/home');
    }
}
