import { readFileSync } from 'node:fs';
import { basename, extname, sep } from 'node:path';

import type { CspTrustedSite } from '@salesforce/types/metadata';

import type { Component } from '../../metadata/component.ts';
import { resourceFile } from '../../metadata/model/staticResources.ts';
import type { SourceModel } from '../../metadata/model/model.ts';
import type { HostMapping } from '../callout/hostMapping.ts';
import type { TrustedSite } from '../../server/orgClient.ts';

/** A file of a static resource. */
export interface ResourceFile {
    readonly contentType: string;
    readonly body: Uint8Array;
}

/**
 * Sites that the content security policy allows besides the org itself. Who stands in for a host is
 * trusted as the host is.
 */
export function trustedSites(model: SourceModel, hosts: HostMapping): readonly TrustedSite[] {
    return model
        .list('CspTrustedSite')
        .filter((site) => site.metadata.isActive)
        .flatMap(({ metadata }) =>
            withStandIns(metadata.endpointUrl, hosts).map((url) => ({
                url,
                directives: directives(metadata)
            }))
        );
}

function withStandIns(url: string, hosts: HostMapping): readonly string[] {
    const standIns = Object.entries(hosts)
        .filter(([origin]) => covers(url, origin))
        .map(([, target]) => new URL(target).origin);
    return [url, ...standIns];
}

/** A `*` at the beginning of a host stands for any subdomain. */
function covers(url: string, origin: string): boolean {
    return url.includes('//*.') ? origin.endsWith(url.slice(url.indexOf('*') + 1)) : url === origin;
}

function directives(site: CspTrustedSite): readonly string[] {
    const all: readonly (readonly [boolean | undefined, string])[] = [
        [site.isApplicableToConnectSrc, 'connect-src'],
        [site.isApplicableToFontSrc, 'font-src'],
        [site.isApplicableToFrameSrc, 'frame-src'],
        [site.isApplicableToImgSrc, 'img-src'],
        [site.isApplicableToMediaSrc, 'media-src'],
        [site.isApplicableToStyleSrc, 'style-src']
    ];
    return all.filter(([applies]) => applies).map(([, directive]) => directive);
}

/** A static resource of one file, or a file inside one that is a folder; undefined when there is none. */
export function staticResource(
    name: string,
    path: string,
    model: SourceModel
): ResourceFile | undefined {
    const resource = model.find('StaticResource', name);
    const file = resource && fileOf(resource, path);
    return resource && file !== undefined
        ? { contentType: contentType(resource, file, path), body: readFileSync(file) }
        : undefined;
}

function fileOf(resource: Component<'StaticResource'>, path: string): string | undefined {
    if (path === '') {
        return resourceFile(resource);
    }
    // Only paths that the reader listed can match, so none leads out of the folder.
    const wanted = `${sep}${resource.fullName}${sep}${path.split('/').join(sep)}`;
    return resource.contents.find((file) => file.endsWith(wanted));
}

const TYPES: Readonly<Record<string, string>> = {
    '.css': 'text/css',
    '.gif': 'image/gif',
    '.html': 'text/html',
    '.jpg': 'image/jpeg',
    '.js': 'text/javascript',
    '.json': 'application/json',
    '.png': 'image/png',
    '.svg': 'image/svg+xml',
    '.txt': 'text/plain',
    '.woff2': 'font/woff2'
};

function contentType(resource: Component<'StaticResource'>, file: string, path: string): string {
    return path === ''
        ? resource.metadata.contentType
        : (TYPES[extname(basename(file)).toLowerCase()] ?? 'application/octet-stream');
}
