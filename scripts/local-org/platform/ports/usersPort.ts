import type { RunningUser, Users } from '../../apex/library/org/ports.ts';
import { findOne, type FieldValues, type SetupStore } from '../store/types.ts';

/** Users as Apex sees them. */
export function usersPort(rows: SetupStore): Users {
    return {
        find(userId) {
            const row = findOne(rows, 'User', { Id: userId });
            return row ? runningUser(row.id, row.values) : null;
        }
    };
}

function runningUser(id: string, values: FieldValues): RunningUser {
    const text = (field: string): string => String(values[field] ?? '');
    const optional = (field: string): string | null => text(field) || null;
    const name = [optional('FirstName'), optional('LastName')].filter(Boolean).join(' ');
    return {
        id,
        username: text('Username'),
        name: optional('Name') ?? name,
        firstName: optional('FirstName'),
        lastName: text('LastName'),
        email: text('Email'),
        profileId: text('ProfileId'),
        roleId: optional('UserRoleId'),
        userType: optional('UserType') ?? 'Standard',
        language: optional('LanguageLocaleKey') ?? 'en_US',
        locale: optional('LocaleSidKey') ?? 'en_US',
        timeZone: optional('TimeZoneSidKey') ?? 'GMT'
    };
}
