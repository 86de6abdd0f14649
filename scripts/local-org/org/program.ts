import { readFileSync } from 'node:fs';

import type { ApexProgram } from '../apex/kernel/program.ts';
import { createProgram } from '../apex/kernel/program.ts';
import type { ApexFile } from '../apex/syntax/sources.ts';
import type { Schema } from '../data/schema/types.ts';
import type { SourceModel } from '../metadata/model/model.ts';

export interface ProgramContext {
    readonly model: SourceModel;
    readonly schema: Schema;
    readonly cacheDir: string;
    readonly coverage: boolean;
}

/** The classes and triggers of the source, ready to be compiled as they are needed. */
export function programOf({ model, schema, cacheDir, coverage }: ProgramContext): ApexProgram {
    return createProgram({
        files: apexFiles(model),
        schema,
        labels: new Set([...model.labels].map(({ fullName }) => fullName)),
        cacheDir,
        coverage
    });
}

/** Code stands in the content beside the `-meta.xml`. */
function apexFiles(model: SourceModel): readonly ApexFile[] {
    return (['ApexClass', 'ApexTrigger'] as const)
        .flatMap((type) => model.list(type))
        .flatMap(({ contents }) => contents)
        .map((path) => ({ path, source: readFileSync(path, 'utf8') }));
}
