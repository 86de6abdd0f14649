import { ApiError } from '../http/errors.ts';
import { isSolved } from '../domain/tickets/statuses.ts';
import { created, ok, type Context, type Reply, type Route } from '../http/exchange.ts';
import { envelope, text, type JsonObject } from '../http/json.ts';
import { existing, idParam, signedIn } from '../http/parameters.ts';
import { apiUrl } from '../present/addresses.ts';
import { epochSeconds } from '../store/clock.ts';
import type { PlainRecord } from '../store/records.ts';
import {
    createRow,
    livingRows,
    plainPage,
    plainRoutes,
    presentRow,
    type PlainSpec
} from './plain/plainResource.ts';

const RATINGS: PlainSpec = {
    table: 'satisfaction_ratings',
    path: 'satisfaction_ratings',
    singular: 'satisfaction_rating',
    plural: 'satisfaction_ratings',
    attributes: {
        score: 'offered',
        comment: null,
        reason: null,
        reason_id: null,
        ticket_id: null,
        requester_id: null,
        assignee_id: null,
        group_id: null
    }
};

const SCORES = ['good', 'bad'];

/** `good` takes `good_with_comment` and `good_without_comment` in. */
const hasScore = (row: PlainRecord, wanted: string | null): boolean => {
    if (wanted === null || wanted === 'received') {
        return true;
    }
    const [score = '', rest] = wanted.split(/_(with(?:out)?_comment)/);
    const isCommented = row['comment'] !== null;
    return (
        row['score'] === score && (rest === undefined || (rest === 'with_comment') === isCommented)
    );
};

function filtered(context: Context): PlainRecord[] {
    const score = context.query.text('score');
    const start = Number(context.query.text('start_time') ?? 0);
    const end = Number(context.query.text('end_time') ?? Number.POSITIVE_INFINITY);
    return livingRows(RATINGS, context).filter((row) => {
        const time = epochSeconds(row.created_at);
        return hasScore(row, score) && time >= start && time <= end;
    });
}

const list = (context: Context): Reply => plainPage(RATINGS, context, filtered(context));

function count(context: Context): Reply {
    const value = filtered(context).length;
    return ok({ count: { value, refreshed_at: context.account.clock.stamp() } });
}

/** Only the requester rates, and only what is solved. */
function rate(context: Context): Reply {
    const { tickets } = context.account.store;
    const ticket = existing(tickets.find(idParam(context)));
    const values = envelope(context.body(), 'satisfaction_rating');
    const score = text(values['score']) ?? '';
    if (ticket.requester_id !== signedIn(context).id) {
        throw ApiError.forbidden();
    }
    if (!SCORES.includes(score) || !isSolved(ticket)) {
        throw ApiError.invalidField('score', 'Score: is invalid', 'InvalidValue');
    }
    const row = createRow(RATINGS, context, {
        score,
        comment: text(values['comment']),
        reason: text(values['reason']),
        ticket_id: ticket.id,
        requester_id: ticket.requester_id,
        assignee_id: ticket.assignee_id,
        group_id: ticket.group_id
    });
    tickets.patch(ticket, {
        satisfaction_rating: { id: row.id, score, comment: row['comment'] ?? null },
        updated_at: context.account.clock.stamp(),
        generated_timestamp: context.account.clock.seconds()
    });
    return { ...created({ satisfaction_rating: presentRow(RATINGS, context, row) }), status: 200 };
}

/** Why somebody is dissatisfied, as an account has them from its start. */
const REASONS: Readonly<Record<number, string>> = {
    1000: 'Agent did not respond quickly.',
    1001: 'The issue was not resolved.',
    1002: 'The issue took too long to resolve.',
    1003: "The agent's knowledge is unsatisfactory.",
    1004: "The agent's attitude is unsatisfactory.",
    100: 'Some other reason.'
};

/** Reasons have no record of their own: their id follows from their code. */
export const FIRST_REASON = 46406250000000;

function reason(context: Context, code: number): JsonObject {
    const { created_at } = existing(context.account.store.plain.brands.all()[0] ?? null);
    const id = FIRST_REASON + code;
    const value = existing(REASONS[code]);
    return {
        url: apiUrl(context, `satisfaction_reasons/${id}`),
        id,
        reason_code: code,
        value,
        raw_value: value,
        created_at,
        updated_at: created_at,
        deleted_at: null
    };
}

const reasons = (context: Context): Reply =>
    ok({ reasons: Object.keys(REASONS).map((code) => reason(context, Number(code))) });

export const satisfactionRoutes: readonly Route[] = [
    { method: 'GET', path: '/api/v2/satisfaction_ratings', handle: list },
    { method: 'GET', path: '/api/v2/satisfaction_ratings/count', handle: count },
    ...plainRoutes({ ...RATINGS, operations: ['show'] }),
    { method: 'GET', path: '/api/v2/satisfaction_reasons', handle: reasons },
    {
        method: 'GET',
        path: '/api/v2/satisfaction_reasons/:id',
        handle: (context) => ok({ reason: reason(context, idParam(context) - FIRST_REASON) })
    },
    {
        method: 'POST',
        path: '/api/v2/tickets/:id/satisfaction_rating',
        access: 'end-user',
        handle: rate
    }
];
