import type { Context } from '../http/exchange.ts';
import type { JsonObject } from '../http/json.ts';
import type { Organization } from '../store/records.ts';
import { apiUrl } from './addresses.ts';
import { expandedFields } from './customFields.ts';

export function presentOrganization(context: Context, row: Organization): JsonObject {
    const { deleted_at: _, ...stored } = row;
    const { organizationFields } = context.account.store;
    return {
        url: apiUrl(context, `organizations/${row.id}`),
        ...stored,
        organization_fields: expandedFields(organizationFields, row.organization_fields)
    };
}
