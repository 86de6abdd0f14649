import type { Route } from '../http/exchange.ts';
import { accountSettingRoutes } from './accountSettings.ts';
import { activityRoutes } from './activities.ts';
import { agentPageRoutes } from './agentPages.ts';
import { assignableRoutes } from './assignables.ts';
import { attachmentRoutes } from './attachments.ts';
import { auditLogRoutes } from './auditLogs.ts';
import { auditRoutes } from './audits.ts';
import { bookmarkRoutes } from './bookmarks.ts';
import { customObjectRoutes } from './customObjects/objects.ts';
import { customObjectRecordRoutes } from './customObjects/records.ts';
import { customStatusRoutes } from './customStatuses.ts';
import { dynamicContentRoutes } from './dynamicContent.ts';
import { fieldRoutes } from './fields/fieldRoutes.ts';
import { groupMembershipRoutes } from './groupMemberships.ts';
import { identityRoutes } from './identities.ts';
import { importRoutes } from './imports.ts';
import { incrementalRoutes } from './incremental.ts';
import { jobStatusRoutes } from './jobStatuses.ts';
import { authorizePage } from './oauth/authorizePage.ts';
import { clientAndTokenRoutes } from './oauth/clientsAndTokens.ts';
import { oauthTokenEndpoint } from './oauth/tokenEndpoint.ts';
import { organizationMembershipRoutes } from './organizationMemberships.ts';
import { organizationReadingRoutes } from './organizationReading.ts';
import { organizationWritingRoutes } from './organizationWriting.ts';
import { organizationSubscriptionRoutes } from './organizationSubscriptions.ts';
import { groupAndBrandRoutes } from './plain/groupsAndBrands.ts';
import { slaAndOtherRoutes } from './plain/slaAndOthers.ts';
import { ticketFormRoutes } from './plain/ticketForms.ts';
import { requestRoutes } from './requests.ts';
import { macroRoutes } from './rules/macros.ts';
import { triggerRoutes } from './rules/triggers.ts';
import { viewRoutes } from './rules/views.ts';
import { satisfactionRoutes } from './satisfaction.ts';
import { searchRoutes } from './searching.ts';
import { suspendedTicketRoutes } from './suspendedTickets.ts';
import { tagRoutesOfAll } from './tags.ts';
import { ticketFormStatusRoutes } from './ticketFormStatuses.ts';
import { ticketLifecycleRoutes } from './ticketLifecycle.ts';
import { ticketListRoutes } from './ticketLists.ts';
import { ticketReadingRoutes } from './ticketReading.ts';
import { ticketSkipRoutes } from './ticketSkips.ts';
import { ticketWritingRoutes } from './ticketWriting.ts';
import { userReadingRoutes } from './userReading.ts';
import { userWritingRoutes } from './userWriting.ts';
import { webhookRoutes } from './webhooks.ts';

/** Every operation of the product that the simulator knows. */
export const routes: readonly Route[] = [
    ...authorizePage,
    ...oauthTokenEndpoint,
    ...clientAndTokenRoutes,
    ...ticketListRoutes,
    ...ticketReadingRoutes,
    ...ticketWritingRoutes,
    ...ticketLifecycleRoutes,
    ...auditRoutes,
    ...assignableRoutes,
    ...attachmentRoutes,
    ...importRoutes,
    ...tagRoutesOfAll,
    ...searchRoutes,
    ...organizationReadingRoutes,
    ...organizationWritingRoutes,
    ...organizationMembershipRoutes,
    ...userReadingRoutes,
    ...userWritingRoutes,
    ...identityRoutes,
    ...groupMembershipRoutes,
    ...jobStatusRoutes,
    ...incrementalRoutes,
    ...fieldRoutes,
    ...customStatusRoutes,
    ...customObjectRoutes,
    ...customObjectRecordRoutes,
    ...dynamicContentRoutes,
    ...ticketSkipRoutes,
    ...suspendedTicketRoutes,
    ...ticketFormRoutes,
    ...ticketFormStatusRoutes,
    ...groupAndBrandRoutes,
    ...macroRoutes,
    ...viewRoutes,
    ...triggerRoutes,
    ...webhookRoutes,
    ...requestRoutes,
    ...satisfactionRoutes,
    ...accountSettingRoutes,
    ...slaAndOtherRoutes,
    ...bookmarkRoutes,
    ...activityRoutes,
    ...agentPageRoutes,
    ...auditLogRoutes,
    ...organizationSubscriptionRoutes
];
