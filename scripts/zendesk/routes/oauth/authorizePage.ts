import { CODE_LIFETIME_MS } from '../../domain/tokens.ts';
import { escapeHtml } from '../../domain/html.ts';
import { ApiError } from '../../http/errors.ts';
import type { Context, Reply, Route } from '../../http/exchange.ts';
import { page } from '../../present/page.ts';
import type { OAuthClient, User } from '../../store/records.ts';
import { scopesWithin } from './tokenEndpoint.ts';

/** What an application asks for when it sends its user here. */
interface Question {
    readonly client: OAuthClient;
    readonly redirectUri: string;
    readonly scope: string;
    readonly state: string | null;
    readonly challenge: { readonly value: string; readonly method: string } | null;
}

/** A mistake that must not be sent to the redirect address, because the address is not trusted. */
class PageError extends Error {}

function isAllowedUri(client: OAuthClient, uri: string): boolean {
    const isSecure =
        /^https:\/\//.test(uri) || /^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?(\/|$)/.test(uri);
    return isSecure && client.redirect_uri.includes(uri);
}

function questionOf(context: Context, parameters: URLSearchParams): Question {
    const client = context.account.store.oauthClients.firstBy(
        'identifier',
        parameters.get('client_id') ?? ''
    );
    if (client === null) {
        throw new PageError('No client with this client_id exists.');
    }
    const redirectUri = parameters.get('redirect_uri') ?? '';
    if (!isAllowedUri(client, redirectUri)) {
        throw new PageError(
            'The redirect_uri is not one of the addresses that the client registered.'
        );
    }
    const value = parameters.get('code_challenge');
    return {
        client,
        redirectUri,
        scope: parameters.get('scope') ?? 'read',
        state: parameters.get('state'),
        challenge:
            value === null
                ? null
                : { value, method: parameters.get('code_challenge_method') ?? 'plain' }
    };
}

/** @returns the OAuth error to send back to the application, if there is one */
function refusal(question: Question, parameters: URLSearchParams): string | null {
    if (parameters.get('response_type') !== 'code') {
        return 'unsupported_response_type';
    }
    const needsChallenge = question.client.kind === 'public';
    if (needsChallenge && question.challenge?.method !== 'S256') {
        return 'invalid_request';
    }
    try {
        scopesWithin(question.client, question.scope);
        return null;
    } catch (error) {
        if (error instanceof ApiError) {
            return 'invalid_scope';
        }
        throw error;
    }
}

function redirect(question: Question, values: Readonly<Record<string, string>>): Reply {
    const url = new URL(question.redirectUri);
    Object.entries(values).forEach(([name, value]) => url.searchParams.set(name, value));
    if (question.state !== null) {
        url.searchParams.set('state', question.state);
    }
    return { status: 302, headers: { location: url.href } };
}

const SCOPE_TEXTS: Readonly<Record<string, string>> = {
    read: 'Read all your account data',
    write: 'Change all your account data',
    impersonate: 'Act for other users'
};

/** Any of the account's agents may be chosen: the simulator knows no passwords. */
function people(context: Context): User[] {
    return context.account.store.users
        .all()
        .filter((user) => user.active && !user.suspended && user.role !== 'end-user');
}

function consentPage(context: Context, question: Question, parameters: URLSearchParams): Reply {
    const hidden = [...parameters].map(
        ([name, value]) =>
            `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`
    );
    const options = people(context).map(
        (user) =>
            `<option value="${user.id}">${escapeHtml(user.name)} (${escapeHtml(user.email ?? '')})</option>`
    );
    const scopes = question.scope
        .split(/\s+/)
        .map((scope) => `<li>${escapeHtml(SCOPE_TEXTS[scope] ?? scope)}</li>`);
    const name = escapeHtml(question.client.name);
    return page(
        200,
        `Allow ${question.client.name}?`,
        `<h1>Allow ${name} to access your Zendesk account?</h1>
<p>${name} asks to:</p><ul>${scopes.join('')}</ul>
<form method="post" action="/oauth/authorizations">${hidden.join('')}
<label for="user">Sign in as</label>
<select id="user" name="user_id">${options.join('')}</select>
<button name="decision" value="allow">Allow</button>
<button name="decision" value="deny">Deny</button>
</form>`
    );
}

/** Errors about the client are shown here; all others go back to the application. */
function guarded(
    context: Context,
    parameters: URLSearchParams,
    proceed: (question: Question) => Reply
): Reply {
    try {
        const question = questionOf(context, parameters);
        const error = refusal(question, parameters);
        return error === null ? proceed(question) : redirect(question, { error });
    } catch (error) {
        if (error instanceof PageError) {
            return page(
                400,
                'Invalid authorization request',
                `<h1>Invalid authorization request</h1><p>${escapeHtml(error.message)}</p>`
            );
        }
        throw error;
    }
}

function ask(context: Context): Reply {
    const { searchParams } = context.url;
    return guarded(context, searchParams, (question) =>
        consentPage(context, question, searchParams)
    );
}

function decide(context: Context): Reply {
    const parameters = new URLSearchParams(context.bytes.toString());
    return guarded(context, parameters, (question) => {
        const user = people(context).find(({ id }) => String(id) === parameters.get('user_id'));
        return parameters.get('decision') === 'allow' && user !== undefined
            ? redirect(question, { code: newCode(context, question, user) })
            : redirect(question, {
                  error: 'access_denied',
                  error_description: 'The end-user or authorization server denied the request.'
              });
    });
}

function newCode(context: Context, question: Question, user: User): string {
    const { random, store, clock } = context.account;
    return store.authorizationCodes.put({
        id: random.letters(64, '0123456789abcdef'),
        client_id: question.client.id,
        user_id: user.id,
        redirect_uri: question.redirectUri,
        scopes: scopesWithin(question.client, question.scope),
        challenge: question.challenge,
        expires: clock.now() + CODE_LIFETIME_MS
    }).id;
}

export const authorizePage: readonly Route[] = [
    { method: 'GET', path: '/oauth/authorizations/new', access: 'anyone', handle: ask },
    { method: 'POST', path: '/oauth/authorizations', access: 'anyone', handle: decide }
];
