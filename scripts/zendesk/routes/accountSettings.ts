import { findLocale, locales, type Locale } from '../domain/locales.ts';
import { ok, type Context, type Reply, type Route } from '../http/exchange.ts';
import type { JsonObject } from '../http/json.ts';
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

function settings(context: Context): Reply {
    const { id, settings: account } = context.account;
    return ok({
        settings: {
            active_features: {
                customer_satisfaction: true,
                ticket_forms: true,
                user_org_fields: true,
                custom_statuses: true,
                followers_and_email_ccs: true,
                explicit_email_ccs: true
            },
            api: {
                accepted_api_agreement: true,
                api_password_access: 'false',
                api_token_access: String(account.acceptsApiTokens)
            },
            branding: { header_color: '17494D', page_background_color: 'FFFFFF' },
            brands: {
                default_brand_id: defaultBrand(context),
                require_brand_on_new_tickets: false
            },
            localization: { locale_ids: locales().map((row) => row.id) },
            lotus: { prefer_lotus: true, reporting: true },
            metrics: { account_size: '10-99' },
            statistics: { forum: false, rule_usage: true, search: true },
            tickets: {
                agent_ticket_deletion: true,
                allow_group_reset: true,
                assign_default_organization: true,
                assign_tickets_upon_solve: false,
                collaboration: true,
                comments_public_by_default: true,
                custom_statuses_enabled: true,
                has_color_text: true,
                is_first_comment_private_enabled: true,
                light_agent_email_ccs_allowed: false,
                list_empty_views: true,
                list_newest_comments_first: true,
                markdown_ticket_comments: true,
                maximum_personal_views_to_list: 8,
                private_attachments: false,
                rich_text_comments: true,
                tagging: true
            },
            user: {
                agent_created_welcome_emails: true,
                end_user_phone_number_validation: false,
                have_gravatars_enabled: true,
                language_selection: true,
                multiple_organizations: true,
                tagging: true,
                time_zone_selection: true
            },
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
