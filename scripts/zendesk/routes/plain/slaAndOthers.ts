import type { Route } from '../../http/exchange.ts';
import { ok } from '../../http/exchange.ts';
import { ruleConditions } from '../rules/definitions.ts';
import { reorder } from '../rules/ruleResource.ts';
import type { JsonObject } from '../../http/json.ts';
import { OFFSET_ONLY } from '../../http/paging.ts';
import { plainRoutes, type PlainSpec } from './plainResource.ts';

const SLA_POLICIES: PlainSpec = {
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
};

/** The same conditions as for triggers, in the older shape that SLA policies have. */
const slaConditions = (): JsonObject[] =>
    ruleConditions().map(({ subject, type, values, ...shared }) => ({
        ...shared,
        value: subject ?? null,
        target: null,
        values: { type: type ?? null, list: values ?? [] }
    }));

/** Resources that are kept and given back; nothing else in the account acts on them. */
export const slaAndOtherRoutes: readonly Route[] = [
    ...plainRoutes(SLA_POLICIES),
    {
        method: 'PUT',
        path: '/api/v2/slas/policies/reorder',
        access: 'admin',
        handle: (context) => {
            reorder(SLA_POLICIES, context);
            return ok({});
        }
    },
    {
        method: 'GET',
        path: '/api/v2/slas/policies/definitions',
        handle: () => ok({ definitions: { all: slaConditions(), any: slaConditions() } })
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
    })
];
