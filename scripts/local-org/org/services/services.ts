import { staticResource, trustedSites } from '../../platform/ui/resources.ts';
import type { RestResponse } from '../../server/orgClient.ts';
import type { OrgServices } from '../clientTypes.ts';
import type { LocalOrg } from '../localOrg.ts';
import { authCallback } from './callbacks.ts';
import { invokeApex } from './code.ts';
import { recordServices } from './records.ts';
import { visualforcePage } from './visualforce.ts';

/** The local org serves no `@RestResource` classes yet, and says so. */
const NO_REST_CLASSES: RestResponse = {
    status: 501,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: new TextEncoder().encode(
        JSON.stringify([
            {
                errorCode: 'NOT_IMPLEMENTED',
                message: 'The local org does not serve Apex REST classes.'
            }
        ])
    )
};

/** All that the web server asks of an org. */
export function servicesOf(org: LocalOrg): OrgServices {
    const { connectedAppPages, pages, sessions } = org.platform;
    const model = () => org.source.model;
    return {
        ...recordServices(org),
        listUsers: () => sessions.listUsers(),
        userContext(userId) {
            // Every page asks for it: the moment at which an edited source shows.
            org.refresh();
            return sessions.userContext(userId);
        },
        scopedValues: (userId, specifiers) => sessions.scopedValues(userId, specifiers),
        invokeApex: (call) => invokeApex(org, call),
        apexRest: () => NO_REST_CLASSES,
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
