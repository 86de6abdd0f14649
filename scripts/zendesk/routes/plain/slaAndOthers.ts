import type { Route } from '../../http/exchange.ts';
import { ok } from '../../http/exchange.ts';
import { OFFSET_ONLY } from '../../http/paging.ts';
import { plainRoutes } from './plainResource.ts';

/** Resources that are kept and given back; nothing else in the account acts on them. */
export const slaAndOtherRoutes: readonly Route[] = [
    ...plainRoutes({
        table: 'sla_policies',
        path: 'slas/policies',
        singular: 'sla_policy',
        plural: 'sla_policies',
        attributes: {
            title: '',
            description: null,
            position: 9999,
            filter: { all: [], any: [] },
            policy_metrics: [],
            metric_settings: null
        },
        required: ['title'],
        orderBy: 'position',
        paging: 'whole'
    }),
    {
        method: 'GET',
        path: '/api/v2/slas/policies/definitions',
        handle: () => ok({ definitions: { all: [], any: [] } })
    },
    ...plainRoutes({
        table: 'targets',
        path: 'targets',
        singular: 'target',
        plural: 'targets',
        attributes: {
            title: '',
            type: 'url_target',
            active: true,
            target_url: null,
            method: 'get',
            attribute: null,
            username: null,
            password: null,
            email: null,
            subject: null,
            content_type: null
        },
        required: ['title', 'type']
    }),
    ...plainRoutes({
        table: 'sharing_agreements',
        path: 'sharing_agreements',
        singular: 'sharing_agreement',
        plural: 'sharing_agreements',
        attributes: {
            name: '',
            type: 'outbound',
            status: 'pending',
            partner_name: null,
            remote_subdomain: ''
        },
        paging: OFFSET_ONLY
    }),
    ...plainRoutes({
        table: 'bookmarks',
        path: 'bookmarks',
        singular: 'bookmark',
        plural: 'bookmarks',
        attributes: { ticket_id: null },
        operations: ['list', 'create', 'delete'],
        access: { write: 'agent' }
    })
];
