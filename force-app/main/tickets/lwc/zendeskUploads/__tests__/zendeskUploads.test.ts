import { forgottenFiles, readyUploads } from 'c/zendeskUploads';

const NOW = Date.parse('2026-05-06T12:00:00Z');
const MINUTE = 60_000;

function uploadedBefore(minutes: number): {
    token: string;
    fileName: string;
    size: number;
    uploadedAt: number;
} {
    const fileName = `${minutes}.png`;
    return { token: fileName, fileName, size: 1, uploadedAt: NOW - minutes * MINUTE };
}

it('tells by its own time what Zendesk holds ready, and what it has forgotten', () => {
    const uploads = [uploadedBefore(70), uploadedBefore(2)];

    expect(readyUploads(uploads, NOW)).toEqual([uploads[1]]);
    expect(forgottenFiles(uploads, NOW)).toEqual(['70.png']);
});
