import type { Route } from '../http/exchange.ts';
import { customStatusRoutes } from './customStatuses.ts';
import { fieldRoutes } from './fields/fieldRoutes.ts';
import { oauthTokenEndpoint } from './oauthTokenEndpoint.ts';
import { organizationReadingRoutes } from './organizationReading.ts';
import { groupAndBrandRoutes } from './plain/groupsAndBrands.ts';
import { ticketFormRoutes } from './plain/ticketForms.ts';
import { searchRoutes } from './searching.ts';
import { ticketListRoutes } from './ticketLists.ts';
import { ticketReadingRoutes } from './ticketReading.ts';
import { userReadingRoutes } from './userReading.ts';

/** Every operation of the product that the simulator knows. */
export const routes: readonly Route[] = [
    ...oauthTokenEndpoint,
    ...ticketListRoutes,
    ...ticketReadingRoutes,
    ...searchRoutes,
    ...organizationReadingRoutes,
    ...userReadingRoutes,
    ...fieldRoutes,
    ...customStatusRoutes,
    ...ticketFormRoutes,
    ...groupAndBrandRoutes
];
