import { api, LightningElement } from 'lwc';

import ASSIGN from '@salesforce/label/c.Zendesk_Assignment_Assign';
import COUNTS from '@salesforce/label/c.Zendesk_Assignment_Counts';
import EXPLAIN from '@salesforce/label/c.Zendesk_Assignment_Explain';
import FAILURE from '@salesforce/label/c.Zendesk_Assignment_Failure';
import MORE_FAILURES from '@salesforce/label/c.Zendesk_Assignment_MoreFailures';
import NEXT_RUN from '@salesforce/label/c.Zendesk_Assignment_NextRun';
import NIGHTLY from '@salesforce/label/c.Zendesk_Assignment_Nightly';
import NOT_REPEATED from '@salesforce/label/c.Zendesk_Assignment_NotRepeated';
import PROGRESS from '@salesforce/label/c.Zendesk_Assignment_Progress';
import RESULT from '@salesforce/label/c.Zendesk_Assignment_Result';
import TITLE from '@salesforce/label/c.Zendesk_Assignment_Title';
import OFF from '@salesforce/label/c.Zendesk_Setup_Off';
import ON from '@salesforce/label/c.Zendesk_Setup_On';

import { assignUsers, getAssignment, saveNightly } from 'c/zendeskAccessSetupService';
import { toProblem } from 'c/zendeskErrors';
import { exactTime, formatLabel } from 'c/zendeskFormats';

import type { AssignmentFailure, AssignmentState } from 'c/zendeskAccessSetupService';
import type { Problem } from 'c/zendeskErrors';

/** A page full of names helps nobody; the others are told as a number. */
const SHOWN_FAILURES = 20;

interface Outcome {
    readonly assigned: number;
    readonly failures: readonly AssignmentFailure[];
}

/** Gives the permission set Zendesk User to whom the gate lets in, now and every night. */
export default class ZendeskAssignment extends LightningElement {
    @api
    get state(): AssignmentState | undefined {
        return this.current;
    }
    set state(value: AssignmentState | undefined) {
        this.current = value;
    }

    readonly labels = {
        assign: ASSIGN,
        explain: EXPLAIN,
        nightly: NIGHTLY,
        off: OFF,
        on: ON,
        title: TITLE
    };

    isBusy = false;
    outcome?: Outcome;
    problem?: Problem;

    private current?: AssignmentState;

    get counts(): string {
        return formatLabel(COUNTS, this.current?.selectedCount, this.current?.missingCount);
    }

    get cannotAssign(): boolean {
        return this.isBusy || !this.current?.missingCount;
    }

    get isRepeated(): boolean {
        return this.current?.nextRunAt !== undefined;
    }

    get schedule(): string {
        const { nextRunAt, runsAs } = this.current ?? {};
        return nextRunAt ? formatLabel(NEXT_RUN, exactTime(nextRunAt), runsAs) : NOT_REPEATED;
    }

    /** What became of it; how far it is while it goes on. */
    get report(): string {
        const { outcome } = this;
        if (!outcome) {
            return '';
        }
        return this.isBusy
            ? formatLabel(PROGRESS, outcome.assigned)
            : formatLabel(RESULT, outcome.assigned, outcome.failures.length);
    }

    get failures(): readonly string[] {
        const all = this.outcome?.failures ?? [];
        const shown = all
            .slice(0, SHOWN_FAILURES)
            .map(({ userName, reason }) => formatLabel(FAILURE, userName, reason));
        return all.length > SHOWN_FAILURES
            ? [...shown, formatLabel(MORE_FAILURES, all.length - SHOWN_FAILURES)]
            : shown;
    }

    handleAssign(): void {
        this.work(async () => {
            this.outcome = { assigned: 0, failures: [] };
            await this.assignFrom();
            this.current = await getAssignment();
        });
    }

    handleNightly(event: CustomEvent<{ checked: boolean }>): void {
        const { checked } = event.detail;
        const toggle = event.target as HTMLElement & { checked: boolean };
        this.work(async () => {
            this.current = await saveNightly(checked);
        }).then(() => {
            // The switch shows what holds, also when it could not be changed.
            toggle.checked = this.isRepeated;
        });
    }

    /** A page after the other, since each begins after the last user of the one before. */
    private async assignFrom(after?: string): Promise<void> {
        const page = await assignUsers(after);
        this.outcome = {
            assigned: (this.outcome?.assigned ?? 0) + page.assignedCount,
            failures: [...(this.outcome?.failures ?? []), ...page.failures]
        };
        if (page.last) {
            await this.assignFrom(page.last);
        }
    }

    private async work(action: () => Promise<void>): Promise<void> {
        this.isBusy = true;
        this.problem = undefined;
        try {
            await action();
        } catch (error) {
            this.problem = toProblem(error);
        }
        this.isBusy = false;
    }
}
