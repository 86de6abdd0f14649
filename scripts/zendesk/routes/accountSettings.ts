import { findLocale, locales, type Locale } from '../domain/locales.ts';
import { ok, type Context, type Reply, type Route } from '../http/exchange.ts';
import { isObject, type JsonObject } from '../http/json.ts';
import { accountSettings } from '../demo/sources.ts';
import { existing } from '../http/parameters.ts';
import { apiUrl } from '../present/addresses.ts';

const MADE_AT = '2024-01-08T09:00:00Z';

const present = (context: Context, { id, locale, name, native_name, rtl }: Locale): JsonObject => ({
    url: apiUrl(context, `locales/${locale}`),
    id,
    locale,
    name,
    native_name,
    presentation_name: `${name} - ${native_name}`,
    rtl,
    default: id === 1,
    created_at: MADE_AT,
    updated_at: MADE_AT
});

const all = (context: Context): Reply =>
    ok({
        locales: locales().map((row) => present(context, row)),
        next_page: null,
        previous_page: null,
        count: locales().length
    });

const one = (context: Context, code: string): Reply =>
    ok({ locale: present(context, existing(findLocale(code))) });

const current = (context: Context): Reply => one(context, context.actor.user?.locale ?? 'en-US');

function best(context: Context): Reply {
    const wanted = context.query.list('available_locales');
    const found = wanted.map(findLocale).find((row) => row !== null);
    return one(context, found?.locale ?? 'en-US');
}

/** The stored settings, with what depends on the account as it is. */
function settings(context: Context): Reply {
    const { id, settings: account, hasPrivateAttachments } = context.account;
    const stored = accountSettings();
    const part = (name: string): JsonObject => {
        const value = stored[name];
        return isObject(value) ? value : {};
    };
    return ok({
        settings: {
            ...stored,
            api: {
                ...part('api'),
                api_password_access: 'false',
                api_token_access: String(account.acceptsApiTokens)
            },
            brands: { ...part('brands'), default_brand_id: defaultBrand(context) },
            tickets: { ...part('tickets'), private_attachments: hasPrivateAttachments },
            localization: { locale_ids: locales().map((row) => row.id) },
            account_id: id
        }
    });
}

function defaultBrand(context: Context): number | null {
    const brands = context.account.store.plain.brands.all();
    return brands.find((row) => row['default'] === true)?.id ?? null;
}

const BASE = '/api/v2/locales';

export const accountSettingRoutes: readonly Route[] = [
    { method: 'GET', path: '/api/v2/account/settings', handle: settings },
    { method: 'GET', path: BASE, access: 'anyone', handle: all },
    { method: 'GET', path: `${BASE}/agent`, access: 'anyone', handle: all },
    { method: 'GET', path: `${BASE}/public`, access: 'anyone', handle: all },
    { method: 'GET', path: `${BASE}/current`, access: 'anyone', handle: current },
    { method: 'GET', path: `${BASE}/detect_best_locale`, access: 'anyone', handle: best },
    {
        method: 'GET',
        path: `${BASE}/:id`,
        access: 'anyone',
        handle: (context) => one(context, context.params['id'] ?? '')
    }
];
