import type { ApexCode } from '../apex/library/org/ports.ts';
import type { ApexProgram } from '../apex/kernel/program.ts';
import type { SourceModel } from '../metadata/model/model.ts';
import { createStub } from '../apex/kernel/stubs.ts';

/** The org's code as the Apex library asks for it. `program` is asked each time, so an edit shows. */
export function codePort(
    program: () => ApexProgram,
    model: () => SourceModel,
    apiVersion: string
): ApexCode {
    const [major = 0, minor = 0] = apiVersion.split('.').map(Number);
    return {
        type: (namespace, name) =>
            namespace === null || namespace === 'c' ? program().type(name) : null,
        triggers: (objectName, event) => program().triggers(objectName, event),
        createStub: (type, provider) => createStub(program(), type, provider),
        apiVersion: { major, minor },
        versionOf: (name) => versionOf(model(), name)
    };
}

/** As the class's or trigger's own metadata says. */
function versionOf(model: SourceModel, name: string): number | null {
    const found = model.find('ApexClass', name) ?? model.find('ApexTrigger', name);
    return found?.metadata.apiVersion ?? null;
}
