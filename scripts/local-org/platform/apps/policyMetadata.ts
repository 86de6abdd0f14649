import type {
    ConnectedApp,
    ExtlClntAppOauthConfigurablePolicies
} from '@salesforce/types/metadata';

import {
    type AppPolicies,
    DEFAULT_POLICIES,
    type IpRelaxation,
    type RefreshPolicy
} from './apps.ts';

const IP_RELAXATION: Readonly<Record<string, IpRelaxation>> = {
    ENFORCE: 'Enforce',
    ENFORCE_WITH_RELAX: 'EnforceRelaxRefresh',
    BYPASS_WITH_EXTENDED_AUTH: 'RelaxWithSecondFactor',
    BYPASS: 'Relax',
    Enforce: 'Enforce',
    EnforceRelaxRefresh: 'EnforceRelaxRefresh',
    RelaxRequireSecondFactor: 'RelaxWithSecondFactor',
    Bypass: 'Relax'
};

/** The policies that a connected app brings along. */
export function connectedAppPolicies(app: ConnectedApp): AppPolicies {
    const { oauthConfig, oauthPolicy } = app;
    return {
        permittedUsers: oauthConfig?.isAdminApproved ? 'AdminApprovedPreAuthorized' : 'AllUsers',
        ipRelaxation: IP_RELAXATION[oauthPolicy?.ipRelaxation ?? 'ENFORCE'] ?? 'Enforce',
        ...refreshPolicy(oauthPolicy?.refreshTokenPolicy ?? 'infinite')
    };
}

type Refresh = Pick<AppPolicies, 'refreshPolicy' | 'refreshPeriod' | 'refreshPeriodUnit'>;

/** `infinite`, `zero`, `specific_lifetime:15:DAYS`, `specific_inactivity:3:HOURS`. */
function refreshPolicy(text: string): Refresh {
    const [kind = '', period = '', unit = ''] = text.split(':');
    const timed = {
        refreshPeriod: Number(period) || null,
        refreshPeriodUnit: unitOf(unit)
    };
    switch (kind.toLowerCase()) {
        case 'zero':
            return { refreshPolicy: 'Immediate', refreshPeriod: null, refreshPeriodUnit: null };
        case 'specific_lifetime':
            return { refreshPolicy: 'Lifetime', ...timed };
        case 'specific_inactivity':
            return { refreshPolicy: 'NotUsed', ...timed };
        default:
            return { refreshPolicy: 'Infinite', refreshPeriod: null, refreshPeriodUnit: null };
    }
}

function unitOf(text: string): AppPolicies['refreshPeriodUnit'] {
    const units = { hours: 'Hours', days: 'Days', months: 'Months' } as const;
    return units[text.toLowerCase() as keyof typeof units] ?? null;
}

const ECA_REFRESH: Readonly<Record<string, RefreshPolicy>> = {
    Infinite: 'Infinite',
    Zero: 'Immediate',
    SpecificLifetime: 'Lifetime',
    SpecificInactivity: 'NotUsed'
};

/** The policies of an external client app; without a policy file, what an installation sets. */
export function externalClientAppPolicies(
    policy: ExtlClntAppOauthConfigurablePolicies | undefined
): AppPolicies {
    if (!policy) {
        return DEFAULT_POLICIES;
    }
    const approved = policy.permittedUsersPolicyType === 'AdminApprovedPreAuthorized';
    return {
        permittedUsers: approved ? 'AdminApprovedPreAuthorized' : 'AllUsers',
        ipRelaxation: IP_RELAXATION[policy.ipRelaxationPolicyType ?? 'Enforce'] ?? 'Enforce',
        refreshPolicy: ECA_REFRESH[policy.refreshTokenPolicyType ?? 'Infinite'] ?? 'Infinite',
        refreshPeriod: policy.refreshTokenValidityPeriod ?? null,
        refreshPeriodUnit: unitOf(policy.refreshTokenValidityUnit ?? '')
    };
}

/** The other way: an external client app's policy record. */
export function permittedUsersPolicyType(policies: AppPolicies): string {
    return policies.permittedUsers === 'AdminApprovedPreAuthorized'
        ? 'AdminApprovedPreAuthorized'
        : 'AllSelfAuthorized';
}
