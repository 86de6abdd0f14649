import { execution } from '../../execution.ts';
import type { RunningUser } from '../org/ports.ts';
import { TimeZone } from '../primitives/time.ts';
import { platformClass } from '../registry.ts';

const user = (): RunningUser => execution().user;

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
        /** Apex of a Lightning component has no session id that the API would take. */
        getSessionId: () => null,
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
