import { readFileSync } from 'node:fs';
import type { JsonObject } from '../http/json.ts';

/** The material that the demo account is made from, as it lies in `config/demo/zendesk`. */
export interface OrganizationSource {
    readonly key: string;
    readonly name: string;
    readonly domains: readonly string[];
    readonly tickets: 'many' | 'some' | 'none';
    readonly languages: readonly Language[];
    readonly tier: string;
    readonly region: string;
    readonly tags: readonly string[];
    readonly details: string;
}

export interface AgentSource {
    readonly key: string;
    readonly name: string;
    readonly email: string;
    readonly kind: 'owner' | 'admin' | 'agent' | 'light';
    readonly groups: readonly string[];
    readonly locale: string;
    readonly timeZone: string;
}

export interface EndUserSource {
    readonly name: string;
    readonly email: string;
    readonly organization: string | null;
    readonly locale: string;
    readonly phone?: string;
    readonly secondaryEmail?: string;
}

export interface FieldSource {
    readonly type: string;
    readonly title: string;
    readonly key?: string;
    readonly options?: readonly string[];
    readonly tagPrefix?: string;
    readonly tag?: string;
    readonly regexp?: string;
    readonly target?: string;
    readonly required?: boolean;
}

export type ConditionSource = readonly [field: string, operator: string, value: string];
export type ActionSource = readonly [field: string, value: string | readonly string[]];

export interface AccountSource {
    readonly groups: readonly { key: string; name: string; default: boolean }[];
    readonly brands: readonly { key: string; name: string; subdomain: string; default: boolean }[];
    readonly customStatuses: readonly {
        category: 'new' | 'open' | 'pending' | 'hold' | 'solved';
        agent: string;
        endUser: string;
        default: boolean;
    }[];
    readonly customRoles: readonly { key: string; name: string; role_type: number }[];
    readonly ticketFields: readonly FieldSource[];
    readonly userFields: readonly FieldSource[];
    readonly organizationFields: readonly FieldSource[];
    readonly forms: readonly {
        key: string;
        name: string;
        default: boolean;
        fields: readonly string[];
        conditions?: readonly {
            parent: string;
            value: string | boolean;
            child: string;
            statuses: readonly string[];
        }[];
    }[];
    readonly macros: readonly { title: string; actions: readonly ActionSource[] }[];
    readonly views: readonly { title: string; all: readonly ConditionSource[] }[];
    readonly triggers: readonly RuleSource[];
    readonly automations: readonly RuleSource[];
}

export interface RuleSource {
    readonly title: string;
    readonly all: readonly ConditionSource[];
    readonly actions: readonly ActionSource[];
}

export type Language = 'en' | 'fr' | 'de' | 'es' | 'ja' | 'ar';

export interface LanguageSource {
    readonly greeting: string;
    readonly issues: readonly { subject: string; body: string; more: readonly string[] }[];
    readonly replies: readonly string[];
    readonly notes: readonly string[];
    readonly thanks: string;
}

const FOLDER = new URL('../../../config/demo/zendesk/', import.meta.url);

function read<T>(name: string): T {
    return JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as T;
}

export const organizationSources = () => read<readonly OrganizationSource[]>('organizations.json');
export const userSources = () =>
    read<{ agents: readonly AgentSource[]; endUsers: readonly EndUserSource[] }>('users.json');
export const accountSource = () => read<AccountSource>('account.json');
export const textSources = () => read<Readonly<Record<Language, LanguageSource>>>('texts.json');

/** The answer of `/account/settings`, as far as it does not depend on the data. */
export const accountSettings = () => read<JsonObject>('account-settings.json');
