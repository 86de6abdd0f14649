import { readFileSync } from 'node:fs';

import type { Component } from '../../metadata/component.ts';
import { resourceFile } from '../../metadata/model/staticResources.ts';
import { findOne, type FieldValues, put } from '../store/types.ts';
import type { DeployContext } from './context.ts';

/** Classes, triggers, pages, static resources and custom permissions as records. */
export function deployCode(context: DeployContext): void {
    const { model, rows } = context;
    for (const item of model.list('ApexClass')) {
        put(rows, 'ApexClass', { Name: item.fullName }, codeValues(item));
    }
    for (const item of model.list('ApexTrigger')) {
        put(rows, 'ApexTrigger', { Name: item.fullName }, triggerValues(item));
    }
    for (const item of model.list('ApexPage')) {
        put(rows, 'ApexPage', { Name: item.fullName }, pageValues(item));
    }
    for (const item of model.list('StaticResource')) {
        put(rows, 'StaticResource', { Name: item.fullName }, resourceValues(item));
    }
    for (const { fullName, metadata } of model.list('CustomPermission')) {
        put(
            rows,
            'CustomPermission',
            { DeveloperName: fullName },
            {
                MasterLabel: metadata.label,
                Description: metadata.description ?? null,
                IsLicensed: metadata.isLicensed ?? false,
                Language: 'en_US'
            }
        );
    }
    removeVanished(context);
}

function codeValues({ metadata, contents }: Component<'ApexClass'>): FieldValues {
    const body = textOf(contents);
    return {
        ApiVersion: metadata.apiVersion,
        Status: metadata.status ?? 'Active',
        Body: body,
        LengthWithoutComments: body.length,
        IsValid: true
    };
}

function triggerValues(item: Component<'ApexTrigger'>): FieldValues {
    const body = textOf(item.contents);
    const [, object = null, events = ''] =
        /\btrigger\s+\w+\s+on\s+(\w+)\s*\(([^)]*)\)/i.exec(body) ?? [];
    const has = (event: string): boolean =>
        events.split(',').some((one) => one.trim().replace(/\s+/g, ' ').toLowerCase() === event);
    return {
        ApiVersion: item.metadata.apiVersion,
        Status: item.metadata.status ?? 'Active',
        Body: body,
        IsValid: true,
        TableEnumOrId: object,
        UsageBeforeInsert: has('before insert'),
        UsageBeforeUpdate: has('before update'),
        UsageBeforeDelete: has('before delete'),
        UsageAfterInsert: has('after insert'),
        UsageAfterUpdate: has('after update'),
        UsageAfterDelete: has('after delete'),
        UsageAfterUndelete: has('after undelete')
    };
}

function pageValues({ metadata, contents }: Component<'ApexPage'>): FieldValues {
    return {
        ApiVersion: metadata.apiVersion,
        MasterLabel: metadata.label,
        Markup: textOf(contents),
        IsAvailableInTouch: metadata.availableInTouch ?? false,
        IsConfirmationTokenRequired: metadata.confirmationTokenRequired ?? false
    };
}

/** A folder is zipped at a real deployment; here its files are served one by one and have no body. */
function resourceValues(resource: Component<'StaticResource'>): FieldValues {
    const { metadata } = resource;
    const only = resourceFile(resource);
    return {
        ContentType: metadata.contentType,
        CacheControl: metadata.cacheControl ?? 'Private',
        Description: metadata.description ?? null,
        Body: only === undefined ? null : readFileSync(only).toString('base64')
    };
}

/** A class that is gone from the source is gone from the org, with the access to it. */
function removeVanished({ model, rows }: DeployContext): void {
    for (const type of ['ApexClass', 'ApexTrigger', 'ApexPage'] as const) {
        const gone = rows
            .find(type, {})
            .filter((row) => !model.find(type, String(row.values['Name'])))
            .map((row) => row.id);
        const access = rows.find('SetupEntityAccess', { SetupEntityId: gone });
        rows.remove(
            'SetupEntityAccess',
            access.map((row) => row.id)
        );
        rows.remove(type, gone);
    }
}

function textOf(contents: readonly string[]): string {
    const [file] = contents;
    return file === undefined ? '' : readFileSync(file, 'utf8');
}

/** The id of a component's record; undefined when the org has none of that name. */
export function entityId(
    context: Pick<DeployContext, 'rows'>,
    type: 'ApexClass' | 'ApexPage' | 'CustomPermission',
    name: string
): string | undefined {
    const field = type === 'CustomPermission' ? 'DeveloperName' : 'Name';
    return findOne(context.rows, type, { [field]: name })?.id;
}
