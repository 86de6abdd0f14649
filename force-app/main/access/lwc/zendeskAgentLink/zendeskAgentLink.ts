import { api, LightningElement } from 'lwc';

import FORM_FACTOR from '@salesforce/client/formFactor';
import BLOCKED from '@salesforce/label/c.Zendesk_Agent_Blocked';
import CANCEL from '@salesforce/label/c.Zendesk_Agent_Cancel';
import INVITATION from '@salesforce/label/c.Zendesk_Agent_Invitation';
import LEAVES_PAGE from '@salesforce/label/c.Zendesk_Agent_LeavesPage';
import LINK from '@salesforce/label/c.Zendesk_Agent_Link';
import LINKED_AS from '@salesforce/label/c.Zendesk_Agent_LinkedAs';
import LOADING from '@salesforce/label/c.Zendesk_Agent_Loading';
import NOT_FINISHED from '@salesforce/label/c.Zendesk_Agent_NotFinished';
import RETRY from '@salesforce/label/c.Zendesk_Error_Retry';
import ROLE_ADMIN from '@salesforce/label/c.Zendesk_Agent_RoleAdmin';
import ROLE_AGENT from '@salesforce/label/c.Zendesk_Agent_RoleAgent';
import ROLE_END_USER from '@salesforce/label/c.Zendesk_Agent_RoleEndUser';
import ROLE_LIGHT_AGENT from '@salesforce/label/c.Zendesk_Agent_RoleLightAgent';
import UNLINK from '@salesforce/label/c.Zendesk_Agent_Unlink';
import WAITING from '@salesforce/label/c.Zendesk_Agent_Waiting';

import { getAgent, getAuthorizationUrl, unlinkAgent } from 'c/zendeskAgentService';
import { toProblem } from 'c/zendeskErrors';
import { formatLabel } from 'c/zendeskFormats';

import type { Agent, AgentRole } from 'c/zendeskAgentService';

const POLL_MILLISECONDS = 2000;
/** What a window takes to become empty. */
const EMPTYING_MILLISECONDS = 500;

const ROLES: Readonly<Record<AgentRole, string>> = {
    agent: ROLE_AGENT,
    light_agent: ROLE_LIGHT_AGENT,
    admin: ROLE_ADMIN,
    end_user: ROLE_END_USER
};

/**
 * Lets a user link the Zendesk agent in whose name they act: in a pop-up, which it watches, or on
 * phones in this window, which comes back to the record. Fires `linked` and `unlinked`.
 */
export default class ZendeskAgentLink extends LightningElement {
    /** The record to come back to on phones. */
    @api recordId?: string;

    readonly labels = {
        cancel: CANCEL,
        invitation: INVITATION,
        leavesPage: LEAVES_PAGE,
        link: LINK,
        loading: LOADING,
        retry: RETRY,
        unlink: UNLINK,
        waiting: WAITING
    };

    isLoading = true;
    isWaiting = false;
    agent?: Agent;
    message = '';

    private popup: Window | null = null;
    /** Fetched ahead, since browsers block a window that is not opened at once by the click. */
    private authorizationUrl?: string;
    private poll?: ReturnType<typeof setTimeout>;
    private isConnectedToPage = false;
    /** The button that was pressed gives way to the next one. */
    private isFocusDue = false;

    /** Puts the cursor on what the user has to do next, as soon as that is known. */
    @api
    focus(): void {
        this.isFocusDue = true;
        this.moveFocus();
    }

    connectedCallback(): void {
        this.isConnectedToPage = true;
        this.load();
    }

    disconnectedCallback(): void {
        this.isConnectedToPage = false;
        this.stopWaiting();
    }

    renderedCallback(): void {
        this.moveFocus();
    }

    get linkedAs(): string {
        const { agent } = this;
        return agent ? formatLabel(LINKED_AS, agent.name, ROLES[agent.role]) : '';
    }

    get isInviting(): boolean {
        return !this.isLoading;
    }

    get canLink(): boolean {
        return this.isInviting && this.authorizationUrl !== undefined;
    }

    /** No pop-ups on phones. */
    get leavesPage(): boolean {
        return FORM_FACTOR === 'Small';
    }

    handleLink(): void {
        this.message = '';
        const url = this.authorizationUrl ?? '';
        if (this.leavesPage) {
            window.open(url, '_self');
            return;
        }
        this.popup = window.open(url, 'zendeskAgentLink', 'popup,width=600,height=760');
        if (!this.popup) {
            this.message = BLOCKED;
            return;
        }
        this.isWaiting = true;
        this.isFocusDue = true;
        this.pollSoon();
    }

    handleCancel(): void {
        this.stopWaiting();
        this.reload();
    }

    handleRetry(): void {
        this.reload();
    }

    async handleUnlink(): Promise<void> {
        this.isLoading = true;
        if (await this.attempt(unlinkAgent)) {
            this.dispatchEvent(new CustomEvent('unlinked'));
        }
        await this.reload();
    }

    private moveFocus(): void {
        const { button } = this.refs ?? {};
        if (this.isFocusDue && button && !this.isLoading) {
            this.isFocusDue = false;
            (button as HTMLElement).focus();
        }
    }

    private reload(): Promise<void> {
        this.isFocusDue = true;
        return this.load();
    }

    /** Asks who is linked and, when nobody is, where to link. */
    private async load(): Promise<void> {
        this.isLoading = true;
        await this.attempt(async () => {
            this.agent = await getAgent();
            this.authorizationUrl = this.agent
                ? undefined
                : await getAuthorizationUrl(this.recordId);
        });
        this.isLoading = false;
    }

    private pollSoon(): void {
        // eslint-disable-next-line @lwc/lwc/no-async-operation -- another window works meanwhile
        this.poll = setTimeout(() => this.check(), POLL_MILLISECONDS);
    }

    private async check(): Promise<void> {
        const isOver = this.popup?.closed === true || isBack(this.popup);
        const isAnswered = await this.attempt(async () => {
            this.agent = await getAgent();
        });
        if (!this.isWaiting || !this.isConnectedToPage) {
            return;
        }
        if (this.agent) {
            this.stopWaiting();
            this.dispatchEvent(new CustomEvent('linked', { detail: this.agent }));
        } else if (isOver) {
            this.stopWaiting();
            this.message = isAnswered ? NOT_FINISHED : this.message;
            this.renewAuthorizationUrl();
        } else {
            this.pollSoon();
        }
    }

    /** An address serves one sign-in. */
    private async renewAuthorizationUrl(): Promise<void> {
        this.isLoading = true;
        this.isFocusDue = true;
        this.authorizationUrl = undefined;
        const { message } = this;
        await this.attempt(async () => {
            this.authorizationUrl = await getAuthorizationUrl(this.recordId);
        });
        this.message ||= message;
        this.isLoading = false;
    }

    private stopWaiting(): void {
        clearTimeout(this.poll);
        close(this.popup);
        this.popup = null;
        this.isWaiting = false;
    }

    /** Whether it went well; the message tells when it did not. */
    private async attempt(action: () => Promise<void>): Promise<boolean> {
        try {
            await action();
            this.message = '';
            return true;
        } catch (error) {
            this.message = toProblem(error).message;
            return false;
        }
    }
}

/**
 * Empties a window before it closes it: Chromium may hang, with this page too, when a window is closed
 * while it still loads a page of many modules, such as the record page that it has come back to.
 */
function close(popup: Window | null): void {
    if (popup && !popup.closed) {
        popup.location.replace('about:blank');
        // eslint-disable-next-line @lwc/lwc/no-async-operation -- nobody waits for it
        setTimeout(() => popup.close(), EMPTYING_MILLISECONDS);
    }
}

/** Whether a window is at Salesforce again; as long as it is at Zendesk, nothing can be read of it. */
function isBack(popup: Window | null): boolean {
    try {
        return popup?.location.host === window.location.host;
    } catch {
        return false;
    }
}
