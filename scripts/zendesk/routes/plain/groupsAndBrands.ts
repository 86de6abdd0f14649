import type { Route } from '../../http/exchange.ts';
import { ok } from '../../http/exchange.ts';
import { roleConfiguration } from '../../domain/roleConfiguration.ts';
import { isObject } from '../../http/json.ts';
import { OFFSET_ONLY } from '../../http/paging.ts';
import { livingRows, plainPage, plainRoutes, type PlainSpec } from './plainResource.ts';

export const GROUPS: PlainSpec = {
    table: 'groups',
    path: 'groups',
    singular: 'group',
    plural: 'groups',
    attributes: { name: '', description: '', default: false, is_public: true, deleted: false },
    required: ['name'],
    unique: 'name',
    orderBy: 'name',
    deletedFlag: 'deleted'
};

export const BRANDS: PlainSpec = {
    table: 'brands',
    path: 'brands',
    singular: 'brand',
    plural: 'brands',
    attributes: {
        name: '',
        subdomain: '',
        brand_url: '',
        host_mapping: null,
        has_help_center: false,
        help_center_state: 'disabled',
        active: true,
        default: false,
        is_deleted: false,
        logo: null,
        ticket_form_ids: [],
        signature_template: '{{agent.signature}}'
    },
    required: ['name', 'subdomain'],
    unique: 'subdomain',
    orderBy: 'name',
    deletedFlag: 'is_deleted'
};

export const CUSTOM_ROLES: PlainSpec = {
    table: 'custom_roles',
    path: 'custom_roles',
    singular: 'custom_role',
    plural: 'custom_roles',
    attributes: {
        name: '',
        description: null,
        role_type: 0,
        team_member_count: 0,
        configuration: {}
    },
    required: ['name'],
    paging: 'whole',
    createdStatus: 200,
    derived: (_, row) => ({
        configuration: {
            ...roleConfiguration(Number(row['role_type'])),
            ...(isObject(row['configuration']) ? row['configuration'] : {})
        }
    })
};

export const groupAndBrandRoutes: readonly Route[] = [
    ...plainRoutes(GROUPS),
    {
        method: 'GET',
        path: '/api/v2/groups/assignable',
        handle: (context) => plainPage(GROUPS, context, livingRows(GROUPS, context))
    },
    {
        method: 'GET',
        path: '/api/v2/groups/count',
        handle: (context) =>
            ok({
                count: {
                    value: livingRows(GROUPS, context).length,
                    refreshed_at: context.account.clock.stamp()
                }
            })
    },
    ...plainRoutes(BRANDS),
    ...plainRoutes(CUSTOM_ROLES),
    ...plainRoutes({
        table: 'recipient_addresses',
        path: 'recipient_addresses',
        singular: 'recipient_address',
        plural: 'recipient_addresses',
        attributes: {
            name: '',
            email: '',
            default: false,
            brand_id: null,
            cname_status: 'unknown',
            dns_results: 'unknown',
            domain_verification_code: null,
            domain_verification_status: 'unknown',
            forwarding_status: 'unknown',
            spf_status: 'unknown'
        },
        required: ['email'],
        unique: 'email',
        paging: OFFSET_ONLY
    })
];
