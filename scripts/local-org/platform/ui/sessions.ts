import type { SourceModel } from '../../metadata/model/model.ts';
import type { OrgUser, UserContext } from '../../server/orgClient.ts';
import { hasCustomPermission, hasUserPermission } from '../setup/userPermissions.ts';
import { findOne, getOne, type SetupRow, type SetupStore } from '../store/types.ts';

interface SessionContext {
    readonly rows: SetupStore;
    readonly model: () => SourceModel;
}

/** Users and what their browser session depends on. */
export interface Sessions {
    listUsers(): readonly OrgUser[];
    /** Undefined for an unknown or inactive user. */
    userContext(userId: string): UserContext | undefined;
    /**
     * Values of `@salesforce/...` modules for a user; what names nothing in this org is absent, a
     * permission that the user lacks is null.
     */
    scopedValues(
        userId: string,
        specifiers: readonly string[]
    ): Readonly<Record<string, string | boolean | null>>;
}

export function createSessions(context: SessionContext): Sessions {
    const { rows } = context;
    return {
        listUsers: () =>
            rows
                .find('User', { IsActive: true, UserType: 'Standard' })
                .map((row) => orgUser(row, rows)),
        userContext(userId) {
            const row = findOne(rows, 'User', { Id: userId, IsActive: true });
            return row && userContext(row, rows);
        },
        scopedValues: (userId, specifiers) =>
            Object.fromEntries(
                specifiers.flatMap((specifier) => {
                    const value = scopedValue(userId, specifier, context);
                    return value === undefined ? [] : [[specifier, value]];
                })
            )
    };
}

function orgUser(row: SetupRow, rows: SetupStore): OrgUser {
    const { values } = row;
    const names = [values['FirstName'], values['LastName']].filter(Boolean);
    const profile = findOne(rows, 'Profile', { Id: values['ProfileId'] ?? null });
    return {
        id: row.id,
        name: names.join(' '),
        username: String(values['Username']),
        profileName: String(profile?.values['Name'] ?? ''),
        title: values['Title'] === null ? null : String(values['Title'] ?? '') || null
    };
}

function userContext(row: SetupRow, rows: SetupStore): UserContext {
    const organization = getOne(rows, 'Organization', {});
    return {
        ...orgUser(row, rows),
        language: String(row.values['LanguageLocaleKey']),
        locale: String(row.values['LocaleSidKey']),
        timeZone: String(row.values['TimeZoneSidKey']),
        currency: 'USD',
        organizationId: organization.id,
        organizationName: String(organization.values['Name']),
        isAdministrator: hasUserPermission(rows, row.id, 'CustomizeApplication')
    };
}

const SPECIFIER = /^@salesforce\/(\w+)\/(?:c\.)?([\w.]+)$/;

function scopedValue(
    userId: string,
    specifier: string,
    context: SessionContext
): string | boolean | null | undefined {
    const [, kind, name = ''] = SPECIFIER.exec(specifier) ?? [];
    switch (kind) {
        case 'label':
            return context.model().label(name, languageOf(userId, context.rows));
        case 'customPermission':
            return context.model().find('CustomPermission', name)
                ? hasCustomPermission(context.rows, userId, name) || null
                : undefined;
        case 'userPermission':
            return hasUserPermission(context.rows, userId, name) || null;
        case 'resourceUrl':
            return context.model().find('StaticResource', name) ? `/resource/${name}` : undefined;
        default:
            return undefined;
    }
}

/** The user's language, e.g. `fr`. */
export function languageOf(userId: string, rows: SetupStore): string {
    const user = findOne(rows, 'User', { Id: userId });
    return String(user?.values['LanguageLocaleKey'] ?? 'en_US');
}
