import { actingIn } from '../../domain/acting.ts';
import { htmlFromText } from '../../domain/html.ts';
import { wishesOf } from '../../domain/rules/actions.ts';
import { render } from '../../domain/rules/placeholders.ts';
import { applyValues } from '../../domain/tickets/values.ts';
import { ok, type Context, type Reply, type Route } from '../../http/exchange.ts';
import { objects, type Json, type JsonObject } from '../../http/json.ts';
import { idParam } from '../../http/parameters.ts';
import { presentTicket } from '../../present/tickets.ts';
import type { Ticket } from '../../store/records.ts';
import { livingRow, livingRows, plainRoutes, type PlainSpec } from '../plain/plainResource.ts';
import { visibleTicket } from '../ticketReading.ts';
import { ruleRoutes, ruleViolations } from './ruleResource.ts';

const MACROS: PlainSpec = {
    table: 'macros',
    path: 'macros',
    singular: 'macro',
    plural: 'macros',
    attributes: {
        title: '',
        raw_title: '',
        description: null,
        active: true,
        default: false,
        position: 9999,
        restriction: null,
        actions: []
    },
    required: ['title'],
    orderBy: 'position',
    createdStatus: 200,
    access: { write: 'agent' },
    check: (_, row) => ruleViolations(row),
    derived: (_, row) => ({ raw_title: row['title'] })
};

/** What the macro would do to a ticket that does not exist yet. */
function preview(context: Context): Reply {
    const wishes = wishesOf(livingRow(MACROS, context)['actions']);
    const { custom_fields: fields, ...values } = wishes.values;
    const unsaid = { assignee_id: null, group_id: null };
    return ok({
        result: {
            ticket: { ...unsaid, ...values, fields: valuesById(fields), ...comment(wishes.comment) }
        }
    });
}

/** The ticket as it would be, unsaved, with the comment to be sent along. */
function applied(context: Context): Reply {
    const acting = actingIn(context);
    const ticket = visibleTicket(context, idParam(context));
    const wishes = wishesOf(livingRow(MACROS, context, idParam(context, 'macroId'))['actions']);
    const draft = applyValues(
        acting,
        { before: ticket, after: ticket, violations: [] },
        wishes.values
    );
    const rendered = wishes.comment && renderedComment(context, draft.after, wishes.comment);
    return ok({
        result: {
            ticket: {
                ...presentTicket(context, draft.after),
                fields: valuesById(wishes.values['custom_fields']),
                ...comment(rendered)
            }
        }
    });
}

/** Custom field values by the field's id. */
const valuesById = (list: Json | undefined): JsonObject =>
    Object.fromEntries(objects(list).map((row) => [String(row['id']), row['value'] ?? null]));

type Suggested = NonNullable<ReturnType<typeof wishesOf>['comment']>;

function renderedComment(context: Context, ticket: Ticket, suggested: Suggested): Suggested {
    const acting = actingIn(context);
    return {
        ...suggested,
        body: render(acting, ticket, suggested.body),
        html: suggested.html === null ? null : render(acting, ticket, suggested.html)
    };
}

function comment(suggested: Suggested | null): JsonObject {
    return suggested === null
        ? {}
        : {
              comment: {
                  body: suggested.body,
                  html_body: suggested.html ?? htmlFromText(suggested.body),
                  scoped_body: [],
                  public: suggested.isPublic
              }
          };
}

/** `Category::Title`: what stands before the colons. */
function categories(context: Context): Reply {
    const titles = livingRows(MACROS, context).map((row) => String(row['title']));
    const names = titles
        .filter((title) => title.includes('::'))
        .map((title) => title.split('::')[0] ?? '');
    return ok({ categories: [...new Set(names)].sort() });
}

const ACTIONS: Readonly<Record<string, readonly string[]>> = {
    status: ['open', 'pending', 'hold', 'solved'],
    priority: ['low', 'normal', 'high', 'urgent'],
    type: ['question', 'incident', 'problem', 'task'],
    subject: [],
    assignee_id: [],
    group_id: [],
    set_tags: [],
    current_tags: [],
    remove_tags: [],
    comment_value: [],
    comment_value_html: [],
    comment_mode_is_public: ['true', 'false']
};

const choices = (values: readonly string[]): JsonObject[] =>
    values.map((value) => ({ value, title: value, enabled: true }));

const actions = (): JsonObject[] =>
    Object.entries(ACTIONS).map(([value, values]) => ({
        title: value.replaceAll('_', ' '),
        title_for_field: value.replaceAll('_', ' '),
        field: value,
        value,
        target: null,
        output_key: null,
        group: 'ticket',
        operators: [{ value: 'is', title: 'Is' }],
        values: { type: values.length > 0 ? 'list' : 'text', list: choices(values) }
    }));

const definitions = (): JsonObject[] =>
    Object.entries(ACTIONS).map(([subject, values]) => ({
        title: subject.replaceAll('_', ' '),
        subject,
        type: values.length > 0 ? 'list' : 'text',
        group: 'ticket',
        nullable: false,
        repeatable: false,
        values: choices(values)
    }));

/** A macro made out of what an agent did to a ticket: its values as actions, unsaved. */
function fromTicket(context: Context): Reply {
    const ticketId = Number(context.query.text('ticket_id'));
    const macroId = context.query.text('macro_id');
    if (macroId !== null) {
        return ok({ macro: livingRow(MACROS, context, Number(macroId)) });
    }
    const ticket = visibleTicket(context, ticketId);
    const fields = ['status', 'priority', 'type'] as const;
    const taken = fields.flatMap((field) => {
        const value = ticket[field];
        return value === null ? [] : [{ field, value }];
    });
    return ok({ macro: { title: ticket.subject, actions: taken } });
}

export const macroRoutes: readonly Route[] = [
    ...plainRoutes({ ...MACROS, operations: ['show', 'create', 'update', 'delete'] }),
    ...ruleRoutes(MACROS, false),
    { method: 'GET', path: '/api/v2/macros/:id/apply', handle: preview },
    {
        method: 'GET',
        path: '/api/v2/tickets/:id/macros/:macroId/apply',
        scope: 'macros',
        handle: applied
    },
    { method: 'GET', path: '/api/v2/macros/categories', handle: categories },
    { method: 'GET', path: '/api/v2/macros/actions', handle: () => ok({ actions: actions() }) },
    {
        method: 'GET',
        path: '/api/v2/macros/definitions',
        handle: () => ok({ definitions: { actions: definitions() } })
    },
    { method: 'GET', path: '/api/v2/macros/new', handle: fromTicket }
];
