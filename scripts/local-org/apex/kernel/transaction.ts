import type { DmlScope } from '../../data/types.ts';
import { currentExecution, execution, type Execution } from '../execution.ts';
import type { Variables } from '../heap/heap.ts';
import { dmlStatement } from '../library/database/statements.ts';
import type { RunningUser } from '../library/org/ports.ts';
import { ApexSObject, nullPointer, systemException } from '../values/index.ts';

/** Loops are counted, and the time is looked at once in so many rounds. */
const ROUNDS = 1 << 14;

let rounds = 0;

/** Called at the head of a method that holds anything: what it holds counts until `leave`. */
export function enter(variables: Variables): void {
    currentExecution()?.heap.enter(variables);
}

export function leave(): void {
    currentExecution()?.heap.leave();
}

/** Called once per round of a loop: ends a transaction that uses too much CPU time or heap. */
export function loop(): true {
    rounds += 1;
    if (rounds >= ROUNDS) {
        rounds = 0;
        checkUse(execution());
    }
    return true;
}

function checkUse(current: Execution): void {
    current.limits.measure('cpuTime', current.cpuTime());
    current.heap.check();
}

/** Who ran before a `System.runAs`, and what had been saved: setup DML may mix inside it. */
export interface RunAsStart {
    readonly user: RunningUser;
    readonly dml: DmlScope;
}

/** Starts `System.runAs(user)`; gives what `endRunAs` takes. A Version changes nothing. */
export function runAs(who: unknown): RunAsStart {
    if (who === null) throw nullPointer();
    const current = execution();
    const before = { user: current.user, dml: current.org.database.beginDmlScope() };
    if (!(who instanceof ApexSObject)) return before;
    current.limits.use('runAs');
    // A user that is not in the org yet is put in, as in the example of the Apex Developer Guide.
    if (who.storedValue('Id') === null) dmlStatement('insert', who, 'system');
    current.user = requireUser(current, who);
    return before;
}

function requireUser(current: Execution, user: ApexSObject): RunningUser {
    const id = user.storedValue('Id');
    const found = typeof id === 'string' ? current.org.users.find(id) : null;
    if (!found)
        throw systemException('IllegalArgumentException', 'runAs needs a user that is in the org');
    return found;
}

export function endRunAs(before: RunAsStart): void {
    const current = execution();
    current.user = before.user;
    current.org.database.endDmlScope(before.dml);
}
