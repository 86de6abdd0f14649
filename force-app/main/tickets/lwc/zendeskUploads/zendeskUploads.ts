import type { Upload } from 'c/zendeskAttachmentService';

/** Zendesk keeps an upload for an hour; one that is about to end would be gone on arrival. */
const LIFE = 55 * 60_000;

/** Those that Zendesk still holds ready. */
export function readyUploads(uploads: readonly Upload[], now: number): readonly Upload[] {
    return uploads.filter(({ uploadedAt }) => now - uploadedAt <= LIFE);
}

/** Names of the files that have to be handed over again. */
export function forgottenFiles(uploads: readonly Upload[], now: number): readonly string[] {
    const ready = new Set(readyUploads(uploads, now));
    return namesOf(uploads.filter((upload) => !ready.has(upload)));
}

export function namesOf(uploads: readonly Upload[]): readonly string[] {
    return uploads.map(({ fileName }) => fileName);
}
