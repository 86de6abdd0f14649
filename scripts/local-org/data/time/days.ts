/** Calendar arithmetic on `YYYY-MM-DD`. */

const DAY = 86_400_000;

export function addDays(date: string, days: number): string {
    return dateOf(Date.parse(`${date}T00:00:00Z`) + days * DAY);
}

/** The first day of the month so many months away. */
export function monthStart(date: string, months: number): string {
    const [year = 1970, month = 1] = date.split('-').map(Number);
    return dateOf(Date.UTC(year, month - 1 + months, 1));
}

/** 0 for Sunday. */
export function weekday(date: string): number {
    return new Date(`${date}T00:00:00Z`).getUTCDay();
}

/** 1 to 12. */
export function monthOf(date: string): number {
    return Number(date.slice(5, 7));
}

/** The day of a moment, in UTC. */
export function dateOf(epoch: number): string {
    return new Date(epoch).toISOString().slice(0, 10);
}
