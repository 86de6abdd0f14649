import type { Account } from '../account.ts';
import type { Json } from '../http/json.ts';
import type { Random } from '../store/ids.ts';
import type { Field, Priority, TicketStatus, TicketType, User } from '../store/records.ts';
import type { Configuration } from './configuration.ts';
import { writeHistory, type PastComment, type PastTicket } from './history.ts';
import type { People } from './people.ts';
import { askersOf, pickAt, shuffled, type Asker } from './askers.ts';
import { escaped, longTail, picture } from './prose.ts';
import { via } from '../store/rows.ts';
import { textSources, type Language, type LanguageSource } from './sources.ts';

const DAY = 86_400_000;
const SPAN_DAYS = 730;

/** 1,500 tickets over two years: 1,200 of one organization, 300 of the others. */
export function addTickets(account: Account, configuration: Configuration, people: People): void {
    const maker = new TicketMaker(account, configuration, [...people.agents.values()]);
    const askers = shuffled(account.random, askersOf(account.random, people));
    const now = account.clock.now();
    const ages = askers.map(() => account.random.next() ** 1.3 * SPAN_DAYS).sort((a, b) => b - a);
    askers.forEach((asker, at) => maker.add(asker, now - (ages[at] ?? 0) * DAY - 600_000));
}

const TYPES: readonly (TicketType | null)[] = [
    'question',
    'incident',
    'incident',
    'problem',
    'task',
    null
];
const PRIORITIES: readonly (Priority | null)[] = [
    'low',
    'normal',
    'normal',
    'high',
    'urgent',
    null
];
const YOUNG: readonly TicketStatus[] = ['new', 'open', 'open', 'pending', 'hold', 'solved'];
const OLD: readonly TicketStatus[] = ['solved', 'closed', 'closed', 'closed', 'pending', 'open'];
const TAGS = [
    'outage',
    'refund',
    'how_to',
    'mobile',
    'integration',
    'feedback',
    'vip',
    'migration'
];

/** Makes one ticket after the other out of the texts and the account's configuration. */
class TicketMaker {
    private readonly account: Account;
    private readonly configuration: Configuration;
    private readonly agents: readonly User[];
    private readonly texts = textSources();

    constructor(account: Account, configuration: Configuration, agents: readonly User[]) {
        this.account = account;
        this.configuration = configuration;
        this.agents = agents;
    }

    add(asker: Asker, createdAt: number): void {
        const { random } = this.account;
        const texts = this.texts[languageOf(asker.user)];
        const issue = random.pick(texts.issues);
        const number = String(10 + random.below(9000));
        const status = this.statusAt(createdAt);
        const assignee = status === 'new' ? null : random.pick(this.owners());
        const comments = this.comments(texts, issue, number, {
            asker,
            assignee,
            status,
            createdAt
        });
        const subject = issue.subject.replace('{n}', number);
        const values = this.values(asker, assignee, status, subject, comments);
        writeHistory(this.account, values, comments);
    }

    private owners(): User[] {
        return this.agents.filter((agent) => agent.role_type !== 1);
    }

    private statusAt(createdAt: number): TicketStatus {
        const { random, clock } = this.account;
        const age = (clock.now() - createdAt) / DAY;
        if (age > 60) {
            return random.chance(0.96) ? 'closed' : random.pick(OLD);
        }
        return age > 14 ? random.pick(OLD) : random.pick(YOUNG);
    }

    private comments(
        texts: LanguageSource,
        issue: LanguageSource['issues'][number],
        number: string,
        talk: { asker: Asker; assignee: User | null; status: TicketStatus; createdAt: number }
    ): PastComment[] {
        const { random, clock } = this.account;
        const paragraphs = [texts.greeting, issue.body.replaceAll('{n}', number), ...issue.more];
        const first = this.comment(talk.asker.user, paragraphs, true, talk.createdAt);
        const isLong = random.chance(0.06);
        const rounds = talk.assignee === null ? 0 : isLong ? 9 + random.below(6) : random.below(4);
        const step = Math.min(2 * DAY, (clock.now() - talk.createdAt - 120_000) / (rounds + 2));
        const later = Array.from({ length: rounds }, (_, at) =>
            this.answer(texts, issue, talk, at, talk.createdAt + Math.floor(step * (at + 1)))
        );
        const isOver = talk.status === 'solved' || talk.status === 'closed';
        const end = talk.createdAt + Math.floor(step * (rounds + 1));
        const closing = isOver ? [this.comment(talk.asker.user, [texts.thanks], true, end)] : [];
        const opening = random.chance(0.2) ? this.withFile(first, number) : first;
        return [opening, ...later, ...closing];
    }

    private answer(
        texts: LanguageSource,
        issue: LanguageSource['issues'][number],
        talk: { asker: Asker; assignee: User | null },
        at: number,
        when: number
    ): PastComment {
        const { random } = this.account;
        const agent = talk.assignee ?? random.pick(this.owners());
        if (random.chance(0.25)) {
            return this.comment(random.pick(this.agents), [random.pick(texts.notes)], false, when);
        }
        return at % 2 === 0
            ? this.comment(
                  agent,
                  [texts.greeting, random.pick(texts.replies), `— ${agent.name}`],
                  true,
                  when
              )
            : this.comment(talk.asker.user, [random.pick(issue.more)], true, when);
    }

    /** One in eight is long: a list, a quotation, a table. */
    private comment(
        author: User,
        paragraphs: readonly string[],
        isPublic: boolean,
        at: number
    ): PastComment {
        const html = paragraphs.map((text) => `<p dir="auto">${escaped(text)}</p>`).join('');
        const isLong = this.account.random.chance(0.12) && paragraphs.length > 1;
        return {
            author,
            html: isLong ? html + longTail(paragraphs) : html,
            plain: paragraphs.join('\n\n'),
            isPublic,
            at
        };
    }

    private withFile(comment: PastComment, number: string): PastComment {
        const isImage = this.account.random.chance(0.4);
        const attachment = isImage
            ? { name: `screen-${number}.svg`, type: 'image/svg+xml', content: picture(number) }
            : {
                  name: `log-${number}.txt`,
                  type: 'text/plain',
                  content: `code=${number}\n`.repeat(40)
              };
        return { ...comment, attachment };
    }

    private values(
        asker: Asker,
        assignee: User | null,
        status: TicketStatus,
        subject: string,
        comments: readonly PastComment[]
    ): PastTicket {
        const { random } = this.account;
        const { forms, brands } = this.configuration;
        const end = isoOf(comments.at(-1)?.at ?? 0);
        const isOver = status === 'solved' || status === 'closed';
        const form = random.pick([...forms.values()]);
        const custom = this.customValues(form['ticket_field_ids']);
        const type = random.pick(TYPES);
        return {
            external_id: null,
            via: via('email'),
            type,
            subject,
            priority: random.pick(PRIORITIES),
            status,
            custom_status_id: this.customStatus(status),
            recipient: null,
            requester_id: asker.user.id,
            submitter_id: asker.user.id,
            assignee_id: assignee?.id ?? null,
            organization_id: asker.organizationId,
            group_id: assignee?.default_group_id ?? null,
            follower_ids: random.chance(0.1) ? [random.pick(this.agents).id] : [],
            email_cc_ids: [],
            problem_id: null,
            due_at:
                type === 'task' ? isoOf(this.account.clock.now() + random.below(20) * DAY) : null,
            tags: [...new Set([...fieldTags(this.account, custom), ...someTags(random)])].sort(),
            custom,
            satisfaction_rating: { score: isOver && random.chance(0.3) ? 'good' : 'unoffered' },
            followup_ids: [],
            followup_source_id: null,
            ticket_form_id: form.id,
            brand_id: pickAt([...brands.values()], random.chance(0.85) ? 0 : 1).id,
            solved_at: isOver ? end : null,
            status_updated_at: end,
            assigned_at: assignee === null ? null : isoOf(comments[0]?.at ?? 0),
            initially_assigned_at: assignee === null ? null : isoOf(comments[0]?.at ?? 0),
            reopens: 0,
            deleted: null,
            is_spam: false
        };
    }

    private customStatus(status: TicketStatus): number {
        const { random, store } = this.account;
        const category = status === 'closed' ? 'solved' : status;
        const rows = store.customStatuses.all().filter((row) => row.status_category === category);
        const standard = rows.find((row) => row.default);
        return (random.chance(0.2) ? random.pick(rows) : (standard ?? random.pick(rows))).id;
    }

    private customValues(ids: Json | undefined): Record<string, Json> {
        const { random, store } = this.account;
        const fields = (Array.isArray(ids) ? ids : []).flatMap(
            (id) => store.ticketFields.find(Number(id)) ?? []
        );
        const filled = fields.filter((field) => !field.system && random.chance(0.6));
        return Object.fromEntries(filled.map((field) => [field.id, this.customValue(field)]));
    }

    private customValue(field: Field): Json {
        const { random, clock } = this.account;
        switch (field.type) {
            case 'tagger':
                return random.pick(field.options).value;
            case 'multiselect':
                return field.options.filter(() => random.chance(0.5)).map((option) => option.value);
            case 'checkbox':
                return random.chance(0.3);
            case 'date':
                return isoOf(clock.now() + random.below(60) * DAY).slice(0, 10);
            case 'integer':
                return 1 + random.below(400);
            case 'decimal':
                return (random.below(200_000) / 100).toFixed(2);
            case 'regexp':
                return `${1 + random.below(5)}.${random.below(20)}.${random.below(900)}`;
            case 'partialcreditcard':
                return `XXXXXXXXXXXX${1000 + random.below(9000)}`;
            case 'lookup':
                return String(random.pick(this.agents).id);
            default:
                return `FH-${100_000 + random.below(900_000)}`;
        }
    }
}

const isoOf = (milliseconds: number): string =>
    `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;

function languageOf(user: User): Language {
    const code = user.locale.slice(0, 2);
    return code === 'fr' || code === 'de' || code === 'es' || code === 'ja' || code === 'ar'
        ? code
        : 'en';
}

function fieldTags(account: Account, custom: Readonly<Record<string, Json>>): string[] {
    return Object.entries(custom).flatMap(([id, value]) => {
        const field = account.store.ticketFields.find(Number(id));
        switch (field?.type) {
            case 'tagger':
                return [String(value)];
            case 'multiselect':
                return Array.isArray(value) ? value.map(String) : [];
            case 'checkbox':
                return value === true && field.tag !== null ? [field.tag] : [];
            default:
                return [];
        }
    });
}

const someTags = (random: Random): string[] =>
    random.chance(0.5) ? [random.pick(TAGS), random.pick(TAGS)] : [];
