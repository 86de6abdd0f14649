import USER_ID from '@salesforce/user/Id';

import { EMPTY_DRAFT, isEmptyDraft } from 'c/zendeskTicketDrafts';
import { forgottenFiles, readyUploads } from 'c/zendeskUploads';

import type { TicketDraft } from 'c/zendeskTicketDrafts';

const PREFIX = 'zendesk-draft';
const DAY = 86_400_000;
const DAYS_KEPT = 7;

interface Kept {
    readonly savedAt: number;
    readonly draft: TicketDraft;
}

/** A draft that was kept. */
export interface RestoredDraft {
    readonly draft: TicketDraft;
    /** Names of files that Zendesk never got, or no longer holds ready. */
    readonly lostFiles: readonly string[];
}

/** Keeps a draft in the browser, for this user and this place; an empty one is forgotten. */
export function keepDraft(place: string, draft: TicketDraft, now: number): void {
    try {
        forgetOldDrafts(now);
        if (isEmptyDraft(draft)) {
            localStorage.removeItem(nameOf(place));
        } else {
            const kept: Kept = { savedAt: now, draft };
            localStorage.setItem(nameOf(place), JSON.stringify(kept));
        }
    } catch {
        // A browser without storage, or a full one: the draft lives as long as the page.
    }
}

/** The draft that was kept for this user and this place, if it is not older than a week. */
export function findDraft(place: string, now: number): RestoredDraft | undefined {
    try {
        const kept = JSON.parse(localStorage.getItem(nameOf(place)) ?? 'null') as Kept | null;
        return kept && now - kept.savedAt <= DAYS_KEPT * DAY ? restored(kept, now) : undefined;
    } catch {
        return undefined;
    }
}

/** What was sent need not be kept. */
export function forgetDraft(place: string, now: number): void {
    keepDraft(place, EMPTY_DRAFT, now);
}

function restored({ draft: kept }: Kept, now: number): RestoredDraft {
    const { waitingFiles = [], ...draft } = { ...EMPTY_DRAFT, ...kept };
    const uploads = readyUploads(draft.uploads, now);
    const lostFiles = [...forgottenFiles(draft.uploads, now), ...waitingFiles];
    return { draft: { ...draft, uploads }, lostFiles };
}

/** Nobody comes back to a ticket to clear it away. */
function forgetOldDrafts(now: number): void {
    Object.keys(localStorage)
        .filter((name) => name.startsWith(`${PREFIX}:`) && isOld(localStorage.getItem(name), now))
        .forEach((name) => localStorage.removeItem(name));
}

function isOld(text: string | null, now: number): boolean {
    try {
        const { savedAt = 0 } = JSON.parse(text ?? '{}') as Partial<Kept>;
        return now - savedAt > DAYS_KEPT * DAY;
    } catch {
        return true;
    }
}

function nameOf(place: string): string {
    return `${PREFIX}:${USER_ID}:${place}`;
}
