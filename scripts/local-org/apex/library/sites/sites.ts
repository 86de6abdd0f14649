import { execution } from '../../execution.ts';
import { ApexList } from '../../values/list.ts';
import { ApexMap } from '../../values/map.ts';
import { PlatformObject, platformType } from '../../values/objects.ts';
import { types } from '../../values/runtimeType.ts';
import { platformClass } from '../registry.ts';

const nothing = (): null => null;
const baseUrl = (): string => execution().org.info.baseUrl;

/** The local org has no sites: these answer as Apex outside of a site does. */
platformClass('System.Site', {
    statics: {
        getAdminEmail: nothing,
        getAdminId: nothing,
        getBaseCustomUrl: nothing,
        getBaseRequestUrl: baseUrl,
        getBaseSecureUrl: baseUrl,
        getBaseUrl: () => '',
        getCurrentSiteUrl: nothing,
        getDomain: nothing,
        getMasterLabel: nothing,
        getName: nothing,
        getPathPrefix: nothing,
        getPrefix: nothing,
        getSiteId: nothing,
        getSiteType: nothing,
        getSiteTypeLabel: nothing,
        isLoginEnabled: () => false,
        isRegistrationEnabled: () => false
    }
});

/** Nor has it Experience Cloud networks. */
platformClass('System.Network', { statics: { getNetworkId: nothing } });

const ORG_LIMIT = platformType('System.OrgLimit');

/** System.OrgLimit: a limit of the org, of which the local org counts nothing. */
class OrgLimit extends PlatformObject {
    readonly $type = ORG_LIMIT;
    private readonly name: string;
    private readonly limit: number;

    constructor(name: string, limit: number) {
        super();
        this.name = name;
        this.limit = limit;
    }

    getName(): string {
        return this.name;
    }

    getLimit(): number {
        return this.limit;
    }

    getValue(): number {
        return 0;
    }
}

/** Daily limits of a Developer Edition org. */
const ORG_LIMITS = [
    new OrgLimit('DailyApiRequests', 15_000),
    new OrgLimit('DailyAsyncApexExecutions', 250_000),
    new OrgLimit('DailyStandardVolumePlatformEvents', 10_000),
    new OrgLimit('DataStorageMB', 5),
    new OrgLimit('FileStorageMB', 20),
    new OrgLimit('HourlyPublishedPlatformEvents', 50_000),
    new OrgLimit('SingleEmail', 15)
];

platformClass('System.OrgLimit', { class: OrgLimit, type: ORG_LIMIT });
platformClass('System.OrgLimits', {
    statics: {
        getAll: () => new ApexList(ORG_LIMIT, ORG_LIMITS),
        getMap: () =>
            new ApexMap(
                types.String,
                ORG_LIMIT,
                ORG_LIMITS.map((limit) => [limit.getName(), limit] as const)
            )
    }
});
