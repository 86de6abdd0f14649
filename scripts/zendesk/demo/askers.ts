import type { Random } from '../store/ids.ts';
import type { User } from '../store/records.ts';
import type { DemoOrganization, People } from './people.ts';

const MANY = 1200;
const REST = 300;
/** Of the rest, so many come from people without an organization. */
const WITHOUT_ORGANIZATION = 12;
/** These leads have never asked anything. */
const SILENT: ReadonlySet<string> = new Set([
    'tobias.kwan@kwan-ventures.example',
    'grace.mbeki@mbeki-consulting.example'
]);

/** Who asks, and for which organization. */
export interface Asker {
    readonly user: User;
    readonly organizationId: number | null;
}

/** One asker for each ticket of the demo account. */
export function askersOf(random: Random, people: People): Asker[] {
    const from = (organizations: readonly DemoOrganization[], count: number) =>
        Array.from({ length: count }, (_, at) => memberOf(random, organizations, at));
    const of = (kind: string) =>
        people.organizations.filter(({ source }) => source.tickets === kind);
    const leads = people.others.filter((user) => !SILENT.has(user.email ?? ''));
    return [
        ...from(of('many'), MANY),
        ...from(of('some'), REST - WITHOUT_ORGANIZATION),
        ...Array.from({ length: WITHOUT_ORGANIZATION }, (_, at) => ({
            user: pickAt(leads, at),
            organizationId: null
        }))
    ];
}

export function pickAt<T>(items: readonly T[], at: number): T {
    const item = items[at % items.length];
    if (item === undefined) {
        throw new RangeError('Nothing to pick from');
    }
    return item;
}

function memberOf(random: Random, organizations: readonly DemoOrganization[], at: number): Asker {
    const organization = pickAt(organizations, at);
    return { user: random.pick(organization.members), organizationId: organization.row.id };
}

export function shuffled<T>(random: Random, items: readonly T[]): T[] {
    return items
        .map((item) => ({ item, place: random.next() }))
        .sort((a, b) => a.place - b.place)
        .map(({ item }) => item);
}
