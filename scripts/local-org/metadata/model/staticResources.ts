import { dirname } from 'node:path';

import type { Component } from '../component.ts';

/** The file of a static resource that is one file; undefined for a folder, which is a zip once deployed. */
export function resourceFile({ file, contents }: Component<'StaticResource'>): string | undefined {
    return contents.find((content) => dirname(content) === dirname(file));
}
