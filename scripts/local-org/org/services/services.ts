import { staticResource, trustedSites } from '../../platform/ui/resources.ts';
import type { OrgServices } from '../clientTypes.ts';
import type { LocalOrg } from '../localOrg.ts';
import { invokeAction } from './actions.ts';
import { apexRest } from './apexRest.ts';
import { authCallback } from './callbacks.ts';
import { invokeApex } from './code.ts';
import { recordServices } from './records.ts';
import { visualforcePage } from './visualforce.ts';

/** Every request asks who is logged in: often enough to see an edit, too often to look each time. */
const LOOK_INTERVAL_MS = 500;

function atMostEvery(milliseconds: number, work: () => void): () => void {
    let last = Number.NEGATIVE_INFINITY;
    return () => {
        if (performance.now() - last > milliseconds) {
            work();
            last = performance.now();
        }
    };
}

/** All that the web server asks of an org. */
export function servicesOf(org: LocalOrg): OrgServices {
    const { connectedAppPages, pages, sessions } = org.platform;
    const model = () => org.source.model;
    const refresh = atMostEvery(LOOK_INTERVAL_MS, () => org.refresh());
    return {
        ...recordServices(org),
        listUsers: () => sessions.listUsers(),
        userContext(userId) {
            refresh();
            return sessions.userContext(userId);
        },
        scopedValues: (userId, specifiers) => sessions.scopedValues(userId, specifiers),
        invokeApex: (call) => invokeApex(org, call),
        invokeAction: (call) => invokeAction(org, call),
        apexRest: (request) => apexRest(org, request),
        authCallback: (request) => authCallback(org, request),
        listApps: (userId) => pages.listApps(userId),
        recordPage: (userId, objectName, formFactor) =>
            pages.recordPage(userId, objectName, formFactor),
        homePage: () => pages.homePage(),
        listViews: (userId, objectName) => pages.listViews(userId, objectName),
        listConnectedApps: (userId) => connectedAppPages.list(userId),
        connectedApp: (userId, id) => connectedAppPages.find(userId, id),
        saveConnectedAppPolicies: (userId, id, policies) =>
            connectedAppPages.savePolicies(userId, id, policies),
        selectConnectedAppProfiles: (userId, id, profileIds) =>
            connectedAppPages.selectProfiles(userId, id, profileIds),
        selectConnectedAppPermissionSets: (userId, id, setIds) =>
            connectedAppPages.selectPermissionSets(userId, id, setIds),
        visualforcePage: (userId, name) => visualforcePage(org, userId, name),
        trustedSites: () => trustedSites(model()),
        staticResource: (name, path) => staticResource(name, path, model())
    };
}
