import type { ApexCode } from '../apex/library/org/ports.ts';
import type { ApexProgram } from '../apex/kernel/program.ts';
import { createStub } from '../apex/kernel/stubs.ts';

/** The org's code as the Apex library asks for it. `program` is asked each time, so an edit shows. */
export function codePort(program: () => ApexProgram, apiVersion: string): ApexCode {
    const [major = 0, minor = 0] = apiVersion.split('.').map(Number);
    return {
        type: (namespace, name) =>
            namespace === null || namespace === 'c' ? program().type(name) : null,
        triggers: (objectName, event) => program().triggers(objectName, event),
        createStub: (type, provider) => createStub(program(), type, provider),
        apiVersion: { major, minor }
    };
}
