import { staticResource, trustedSites } from '../../platform/ui/resources.ts';
import type { OrgServices } from '../clientTypes.ts';
import type { LocalOrg } from '../localOrg.ts';
import { invokeAction } from './actions.ts';
import { apexRest } from './apexRest.ts';
import { authCallback } from './callbacks.ts';
import { invokeApex } from './code.ts';
import { recordServices } from './records.ts';
import { visualforcePage } from './visualforce.ts';

/** A caller that opens no page sees an edit as well, a moment later: to look at all files takes time. */
const LOOK_INTERVAL_MS = 2000;

/** Reads what was edited: at once, or at most once in an interval. */
function editsOf(org: LocalOrg): Record<'look' | 'lookSometimes', () => void> {
    let last = Number.NEGATIVE_INFINITY;
    const look = () => {
        org.refresh();
        last = performance.now();
    };
    const isDue = () => performance.now() - last > LOOK_INTERVAL_MS;
    return { look, lookSometimes: () => (isDue() ? look() : undefined) };
}

/** All that the web server asks of an org. */
export function servicesOf(org: LocalOrg): OrgServices {
    const { connectedAppPages, pages, sessions } = org.platform;
    const model = () => org.source.model;
    const edits = editsOf(org);
    return {
        ...recordServices(org),
        listUsers: () => sessions.listUsers(),
        userContext(userId) {
            edits.lookSometimes();
            return sessions.userContext(userId);
        },
        scopedValues: (userId, specifiers) => sessions.scopedValues(userId, specifiers),
        lookForEdits: () => edits.look(),
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
        trustedSites: () => trustedSites(model(), org.hosts),
        staticResource: (name, path) => staticResource(name, path, model())
    };
}
