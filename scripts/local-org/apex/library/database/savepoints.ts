import type { Savepoint as Mark } from '../../../data/types.ts';
import { execution } from '../../execution.ts';
import { nullPointer, systemException } from '../../values/exception.ts';
import { PlatformObject, platformType } from '../../values/objects.ts';
import { platformClass } from '../registry.ts';

const SAVEPOINT = platformType('System.Savepoint');

/** System.Savepoint. */
export class Savepoint extends PlatformObject {
    readonly $type = SAVEPOINT;
    readonly mark: Mark;
    /** Whether work was pending when it was set: what a rollback goes back to. */
    readonly hadUncommittedWork: boolean;

    constructor(mark: Mark, hadUncommittedWork: boolean) {
        super();
        this.mark = mark;
        this.hadUncommittedWork = hadUncommittedWork;
    }
}

/** Savepoints that were set and neither released nor undone, oldest first. */
export function openSavepoints(): Savepoint[] {
    return execution().slot<Savepoint[]>('savepoints', () => []);
}

export function setSavepoint(): Savepoint {
    const { limits, org, hasUncommittedWork } = execution();
    limits.use('savepoints');
    limits.use('dmlStatements');
    const savepoint = new Savepoint(org.database.setSavepoint(), hasUncommittedWork);
    openSavepoints().push(savepoint);
    return savepoint;
}

/** Undoes what came after it; later savepoints are gone, this one stays valid. */
export function rollback(savepoint: Savepoint | null): void {
    const index = indexOf(savepoint);
    const current = execution();
    current.limits.use('savepointRollbacks');
    current.limits.use('dmlStatements');
    openSavepoints().length = index + 1;
    if (savepoint) {
        current.org.database.rollback(savepoint.mark);
        current.hasUncommittedWork = savepoint.hadUncommittedWork;
    }
}

/** Forgets it and those set after it. */
export function releaseSavepoint(savepoint: Savepoint | null): void {
    const index = indexOf(savepoint);
    openSavepoints().length = index;
    if (savepoint) {
        execution().org.database.releaseSavepoint(savepoint.mark);
    }
}

function indexOf(savepoint: Savepoint | null): number {
    if (savepoint === null) {
        throw nullPointer();
    }
    const index = openSavepoints().indexOf(savepoint);
    if (index === -1) {
        throw systemException('TypeException', 'Savepoint is no longer valid');
    }
    return index;
}

platformClass('System.Savepoint', { class: Savepoint, type: SAVEPOINT });
