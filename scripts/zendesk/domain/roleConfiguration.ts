import type { JsonObject } from '../http/json.ts';

const OFF = [
    'assign_tickets_to_any_group',
    'forum_access_restricted_content',
    'light_agent',
    'manage_business_rules',
    'manage_contextual_workspaces',
    'manage_dynamic_content',
    'manage_extensions_and_channels',
    'manage_facebook',
    'manage_organization_fields',
    'manage_ticket_fields',
    'manage_ticket_forms',
    'manage_user_fields',
    'moderate_forums',
    'organization_editing',
    'organization_notes_editing',
    'ticket_deletion',
    'ticket_merge',
    'view_deleted_tickets',
    'voice_dashboard_access'
];

const ON = [
    'chat_access',
    'group_access',
    'side_conversation_create',
    'ticket_editing',
    'ticket_tag_editing',
    'twitter_search_access',
    'voice_access'
];

const flags = (names: readonly string[], value: boolean): JsonObject =>
    Object.fromEntries(names.map((name) => [name, value]));

/** What a custom role may do; a light agent reads everything and comments in private. */
export function roleConfiguration(roleType: number): JsonObject {
    const isLight = roleType === 1;
    return {
        ...flags(OFF, false),
        ...flags(ON, !isLight),
        light_agent: isLight,
        end_user_list_access: 'full',
        end_user_profile_access: isLight ? 'readonly' : 'full',
        explore_access: 'readonly',
        forum_access: 'readonly',
        macro_access: 'readonly',
        report_access: 'none',
        ticket_access: 'all',
        ticket_comment_access: isLight ? 'none' : 'public',
        user_view_access: 'readonly',
        view_access: 'readonly'
    };
}
