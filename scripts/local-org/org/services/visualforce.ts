import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

import type { SourceModel } from '../../metadata/model/model.ts';
import { permissionSetsOf } from '../../platform/setup/permissionSets.ts';
import { findOne } from '../../platform/store/types.ts';
import type { VisualforcePage } from '../../server/orgClient.ts';
import type { LocalOrg } from '../localOrg.ts';

/** A page for a user who may open it. Its name ignores case, as in URLs of the platform. */
export function visualforcePage(
    org: LocalOrg,
    userId: string,
    name: string
): VisualforcePage | undefined {
    const { model } = org.source;
    const page = model.find('ApexPage', name);
    const [file] = page?.contents ?? [];
    if (!page || file === undefined || !mayOpen(org, userId, page.fullName)) {
        return undefined;
    }
    return {
        file: basename(file),
        markup: readFileSync(file, 'utf8'),
        components: components(model),
        outApps: outApps(model)
    };
}

/** Whoever may customize the application sees every page, enabled for them or not. */
function mayOpen({ platform }: LocalOrg, userId: string, name: string): boolean {
    if (platform.hasUserPermission(userId, 'CustomizeApplication')) {
        return true;
    }
    const { rows } = platform;
    const page = findOne(rows, 'ApexPage', { Name: name });
    const access = page && { SetupEntityId: page.id, ParentId: permissionSetsOf(rows, userId) };
    return access !== undefined && rows.has('SetupEntityAccess', access);
}

function components(model: SourceModel): Readonly<Record<string, string>> {
    return Object.fromEntries(
        model
            .list('ApexComponent')
            .flatMap(({ fullName, contents: [file] }) =>
                file === undefined
                    ? []
                    : [[fullName.toLowerCase(), readFileSync(file, 'utf8')] as const]
            )
    );
}

const OUT_APP = /<aura:application\b[^>]*\bextends\s*=\s*["']ltng:outApp(Unstyled)?["']/i;
const DEPENDENCY = /<aura:dependency\b[^>]*\bresource\s*=\s*["'](?:markup:\/\/)?(c:\w+)["']/gi;

/** Lightning Out loads only what an app that extends `ltng:outApp` names as its dependency. */
function outApps(model: SourceModel): Readonly<Record<string, readonly string[]>> {
    return Object.fromEntries(
        model.list('AuraDefinitionBundle').flatMap(({ fullName, contents }) => {
            const file = contents.find((path) => path.endsWith('.app'));
            const markup = file === undefined ? '' : readFileSync(file, 'utf8');
            const names = [...markup.matchAll(DEPENDENCY)].map(([, name = '']) => name);
            return OUT_APP.test(markup) ? [[`c:${fullName}`, names] as const] : [];
        })
    );
}
