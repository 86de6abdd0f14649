import { execution } from '../../execution.ts';
import type { Quiddity } from '../../execution.ts';
import type { RunningUser } from '../org/ports.ts';
import { TimeZone } from '../primitives/time.ts';
import { platformClass } from '../registry.ts';

const user = (): RunningUser => execution().user;

/** Asynchronous Apex has no session, and that of a Lightning component isn't given to its Apex. */
const WITHOUT_SESSION: ReadonlySet<Quiddity> = new Set([
    'AURA',
    'BATCH_APEX',
    'BATCH_CHUNK_PARALLEL',
    'FUTURE',
    'QUEUEABLE',
    'SCHEDULED'
]);

/** In the platform's form; nothing of the local org takes it. */
function sessionId(): string | null {
    const { org, quiddity } = execution();
    return WITHOUT_SESSION.has(quiddity)
        ? null
        : `${org.info.organizationId.slice(0, 15)}!${user().id}`;
}

platformClass('System.UserInfo', {
    statics: {
        getDefaultCurrency: () => execution().org.info.defaultCurrency,
        getFirstName: () => user().firstName,
        getLanguage: () => user().language,
        getLastName: () => user().lastName,
        getLocale: () => user().locale,
        getName: () => user().name,
        getOrganizationId: () => execution().org.info.organizationId,
        getOrganizationName: () => execution().org.info.name,
        getProfileId: () => user().profileId,
        getSessionId: sessionId,
        getTimeZone: () => new TimeZone(user().timeZone),
        getUiTheme: () => 'Theme4d',
        getUiThemeDisplayed: () => 'Theme4d',
        getUserEmail: () => user().email,
        getUserId: () => user().id,
        getUserName: () => user().username,
        getUserRoleId: () => user().roleId,
        getUserType: () => user().userType,
        /** Unmanaged code needs no licence; no package of others is installed. */
        isCurrentUserLicensed: (_namespace: string) => true,
        isMultiCurrencyOrganization: () => false
    }
});
