import { text, texts } from 'shell/texts';
import type { ConnectedAppPolicies } from '../session/types.ts';

type Value<K extends keyof ConnectedAppPolicies> = ConnectedAppPolicies[K];

const PERMITTED_USERS: Readonly<Record<Value<'permittedUsers'>, string>> = {
    AllUsers: texts.allUsers,
    AdminApprovedPreAuthorized: texts.preAuthorized
};

const IP_RELAXATION: Readonly<Record<Value<'ipRelaxation'>, string>> = {
    Enforce: texts.ipEnforce,
    EnforceRelaxRefresh: texts.ipEnforceRelaxRefresh,
    RelaxWithSecondFactor: texts.ipSecondFactor,
    Relax: texts.ipRelax
};

const REFRESH: Readonly<Record<Value<'refreshPolicy'>, string>> = {
    Infinite: texts.refreshInfinite,
    Immediate: texts.refreshImmediate,
    NotUsed: texts.refreshNotUsed,
    Lifetime: texts.refreshLifetime
};

const UNITS: Readonly<Record<NonNullable<Value<'refreshPeriodUnit'>>, string>> = {
    Hours: texts.hours,
    Days: texts.days,
    Months: texts.months
};

export const permittedUsersOptions = optionsOf(PERMITTED_USERS);
export const ipRelaxationOptions = optionsOf(IP_RELAXATION);
export const refreshOptions = optionsOf(REFRESH);
export const unitOptions = optionsOf(UNITS);

export function permittedUsersText(value: Value<'permittedUsers'>): string {
    return PERMITTED_USERS[value];
}

export function ipRelaxationText(value: Value<'ipRelaxation'>): string {
    return IP_RELAXATION[value];
}

export function refreshText(policies: ConnectedAppPolicies): string {
    const { refreshPolicy, refreshPeriod, refreshPeriodUnit } = policies;
    const label = REFRESH[refreshPolicy];
    if (refreshPeriod === null || refreshPeriodUnit === null) return label;
    return text('refreshAfter', label, refreshPeriod, UNITS[refreshPeriodUnit]);
}

function optionsOf(labels: Readonly<Record<string, string>>) {
    return Object.entries(labels).map(([value, label]) => ({ value, label }));
}
