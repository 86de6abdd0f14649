import { LightningElement } from 'lwc';
import { session } from 'shell/session';
import { texts } from 'shell/texts';

/** The avatar: who is logged in, log out, and the other users one can be. */
export default class UserMenu extends LightningElement {
    texts = texts;
    user = session.user;
    isOpen = false;

    get initials(): string {
        return initialsOf(this.user.name);
    }

    get expanded(): string {
        return String(this.isOpen);
    }

    get others() {
        return session.users
            .filter(({ id }) => id !== this.user.id)
            .map((user) => ({
                ...user,
                initials: initialsOf(user.name),
                detail: [user.title, user.profileName].filter(Boolean).join(' • ')
            }));
    }

    handleToggle(): void {
        this.isOpen = !this.isOpen;
    }

    handleKey(event: KeyboardEvent): void {
        if (event.key !== 'Escape') return;
        this.isOpen = false;
        (this.refs?.['button'] as HTMLElement).focus();
    }

    handleFocusOut(event: FocusEvent): void {
        const next = event.relatedTarget as Node | null;
        if (next && !this.template?.contains(next)) this.isOpen = false;
    }

    handleSwitch(event: Event): void {
        const { id = '' } = (event.currentTarget as HTMLElement).dataset;
        logInAs(id);
    }
}

function initialsOf(name: string): string {
    const parts = name.split(/\s+/).filter(Boolean);
    return [parts[0], parts.length > 1 ? parts.at(-1) : ''].map((part) => part?.[0] ?? '').join('');
}

/** Posts the login form, so that the browser follows the redirect with the new session. */
function logInAs(userId: string): void {
    const form = document.createElement('form');
    form.method = 'post';
    form.action = '/login';
    const values = { userId, startURL: location.pathname + location.search };
    for (const [name, value] of Object.entries(values)) {
        form.append(
            Object.assign(document.createElement('input'), { type: 'hidden', name, value })
        );
    }
    document.body.append(form);
    form.submit();
}
