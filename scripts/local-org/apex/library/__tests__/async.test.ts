import { describe, expect, test } from '@jest/globals';
import { ApexList, ApexObject, ApexSObject, platformType, types } from '../../values/index.ts';
import type { RuntimeType } from '../../values/index.ts';
import { enqueueFuture } from '../async/future.ts';
import type { FinalizerContext } from '../async/contexts.ts';
import { dmlStatement } from '../database/statements.ts';
import { TestState } from '../test/testState.ts';
import { callStatic, construct, failureOf } from './support/calls.ts';
import { createTestOrg, NOW } from './support/testOrg.ts';
import type { TestOrg } from './support/testOrg.ts';

const system = (name: string, ...args: readonly unknown[]): unknown =>
    callStatic('System.System', name, ...args);

function jobType(name: string, ...interfaces: readonly string[]): RuntimeType {
    return {
        name,
        kind: 'class',
        args: [],
        parents: interfaces.map((parent) => platformType(parent, [], 'interface'))
    };
}

class Work extends ApexObject {
    readonly $type = jobType('Work', 'System.Queueable', 'System.Schedulable');
    _names = new ApexList(types.String);
    readonly run: (self: Work) => void;

    constructor(run: (self: Work) => void) {
        super();
        this.run = run;
    }

    execute(): void {
        this.run(this);
    }
}

const insertWidget = (name: string): void =>
    dmlStatement('insert', new ApexSObject('Widget__c', { Name: name }));
const countWidgets = ({ run }: TestOrg): unknown =>
    run(() => callStatic('System.Database', 'countQuery', 'SELECT COUNT() FROM Widget__c'));
const statusOf = ({ run }: TestOrg, id: unknown): unknown =>
    run(() => {
        const soql = `SELECT Status FROM AsyncApexJob WHERE Id = '${String(id)}'`;
        const rows = callStatic('System.Database', 'query', soql) as ApexList;
        return (rows.get(0) as ApexSObject).read('Status');
    });

describe('queueables', () => {
    test('run after the transaction, in one of their own, and are noted', () => {
        const testOrg = createTestOrg();
        const job = new Work(() => {
            expect(system('isQueueable')).toBe(true);
            insertWidget('made later');
        });
        const id = testOrg.run(() => system('enqueueJob', job));
        expect(statusOf(testOrg, id)).toBe('Queued');
        testOrg.jobs.runDue(NOW);
        expect(countWidgets(testOrg)).toBe(1);
        expect(statusOf(testOrg, id)).toBe('Completed');
    });

    test('do not run when their transaction fails', () => {
        const testOrg = createTestOrg();
        expect(() =>
            testOrg.run(() => {
                system('enqueueJob', new Work(() => insertWidget('never')));
                throw new Error('stop');
            })
        ).toThrow('stop');
        expect(testOrg.jobs.waiting).toBe(0);
    });

    test('do not see what changes after they were queued', () => {
        const testOrg = createTestOrg();
        const seen: string[] = [];
        testOrg.run(() => {
            const job = new Work((self) => void seen.push(self._names.toString()));
            job._names.add('before');
            system('enqueueJob', job);
            job._names.add('after');
        });
        testOrg.jobs.runDue(NOW);
        expect(seen).toEqual(['(before)']);
    });

    test('wait for their delay', () => {
        const testOrg = createTestOrg();
        testOrg.run(() => system('enqueueJob', new Work(() => insertWidget('late')), 5));
        expect(testOrg.jobs.runDue(NOW)).toBe(0);
        expect(testOrg.jobs.runDue(NOW + 300_000)).toBe(1);
    });

    test('may queue one more each', () => {
        const testOrg = createTestOrg();
        const messages: string[] = [];
        const job = new Work(() => {
            system('enqueueJob', new Work(() => undefined));
            try {
                system('enqueueJob', new Work(() => undefined));
            } catch (error) {
                messages.push(String(error));
                throw error;
            }
        });
        testOrg.run(() => system('enqueueJob', job));
        testOrg.jobs.runDue(NOW);
        expect(messages).toEqual([
            'System.LimitException: Too many queueable jobs added to the queue: 2'
        ]);
    });

    test('a finalizer hears how its job ended', () => {
        const testOrg = createTestOrg();
        const results: string[] = [];
        const finalizer = {
            execute: (context: FinalizerContext) =>
                results.push(
                    `${String(context.getResult())} ${context.getException()?.getMessage()}`
                )
        };
        const job = new Work(() => {
            system('attachFinalizer', finalizer);
            callStatic('System.Integer', 'valueOf', 'x');
        });
        const id = testOrg.run(() => system('enqueueJob', job));
        testOrg.jobs.runDue(NOW);
        expect(results).toEqual(['UNHANDLED_EXCEPTION Invalid integer: x']);
        expect(statusOf(testOrg, id)).toBe('Failed');
    });

    test('two of one signature are refused', () => {
        const { run } = createTestOrg();
        run(() => {
            const builder = construct('System.QueueableDuplicateSignature.Builder') as {
                addString(text: string): { build(): unknown };
            };
            const options = construct('System.AsyncOptions') as { DuplicateSignature: unknown };
            options.DuplicateSignature = builder.addString('same').build();
            system('enqueueJob', new Work(() => undefined), options);
            const error = failureOf(() => system('enqueueJob', new Work(() => undefined), options));
            expect(error.getTypeName()).toBe('System.DuplicateMessageException');
        });
    });
});

describe('future methods', () => {
    test('run later with their own limits', () => {
        const testOrg = createTestOrg();
        const calls: unknown[] = [];
        testOrg.run(() =>
            enqueueFuture({
                className: 'Later',
                methodName: 'run',
                args: ['x'],
                allowsCallouts: false,
                invoke: (...args) => void calls.push(...args, system('isFuture'))
            })
        );
        testOrg.jobs.runDue(NOW);
        expect(calls).toEqual(['x', true]);
    });
});

class Batch extends ApexObject {
    readonly $type: RuntimeType;
    _seen = new ApexList(types.Integer);
    readonly log: string[];

    constructor(log: string[], isStateful: boolean) {
        super();
        this.log = log;
        const stateful = isStateful ? ['Database.Stateful'] : [];
        this.$type = jobType('Batch', 'Database.Batchable', ...stateful);
    }

    start(): unknown {
        return new ApexList(types.Integer, [1, 2, 3]);
    }

    execute(_context: unknown, scope: ApexList): void {
        this._seen.addAll(scope);
        this.log.push(scope.toString());
    }

    finish(): void {
        this.log.push(`finish ${this._seen.toString()}`);
    }
}

describe('batches', () => {
    const runBatch = (isStateful: boolean): readonly string[] => {
        const testOrg = createTestOrg();
        const log: string[] = [];
        const job = new Batch(log, isStateful);
        testOrg.run(() => callStatic('System.Database', 'executeBatch', job, 2));
        testOrg.jobs.runDue(NOW);
        return job.log;
    };

    test('run in chunks and then finish', () => {
        expect(runBatch(false)).toEqual(['(1, 2)', '(3)', 'finish ()']);
    });

    test('keep their fields between chunks when stateful', () => {
        expect(runBatch(true).at(-1)).toBe('finish (1, 2, 3)');
    });

    test('more than one chunk is refused in a test', () => {
        const { run } = createTestOrg();
        run(
            () => {
                callStatic('System.Test', 'startTest');
                callStatic('System.Database', 'executeBatch', new Batch([], false), 2);
                expect(() => callStatic('System.Test', 'stopTest')).toThrow(
                    'No more than one executeBatch can be called from within a test method'
                );
            },
            { test: new TestState() }
        );
    });
});

describe('scheduled jobs', () => {
    test('run at their times, again and again', () => {
        const testOrg = createTestOrg();
        testOrg.run(() =>
            system('schedule', 'Nightly', '0 0 * * * ?', new Work(() => insertWidget('x')))
        );
        const hour = 3_600_000;
        expect(testOrg.jobs.runDue(NOW)).toBe(0);
        testOrg.jobs.runDue(NOW + hour / 2);
        testOrg.jobs.runDue(NOW + hour * 1.5);
        expect(countWidgets(testOrg)).toBe(2);
    });

    test('a name is taken once', () => {
        const { run } = createTestOrg();
        run(() => {
            const job = new Work(() => undefined);
            system('schedule', 'Nightly', '0 0 1 * * ?', job);
            expect(() => system('schedule', 'Nightly', '0 0 2 * * ?', job)).toThrow(
                'The Apex job named "Nightly" is already scheduled for execution.'
            );
        });
    });
});

describe('stopTest', () => {
    test('runs jobs inside the test, whose work is undone at the end', () => {
        const testOrg = createTestOrg();
        testOrg.run(
            () => {
                callStatic('System.Test', 'startTest');
                system('enqueueJob', new Work(() => insertWidget('in test')));
                callStatic('System.Test', 'stopTest');
                const count = 'SELECT COUNT() FROM Widget__c';
                expect(callStatic('System.Database', 'countQuery', count)).toBe(1);
            },
            { test: new TestState() }
        );
        expect(countWidgets(testOrg)).toBe(0);
    });

    test('throws what a job throws', () => {
        const { run } = createTestOrg();
        run(
            () => {
                callStatic('System.Test', 'startTest');
                const job = new Work(() => void callStatic('System.Integer', 'valueOf', 'x'));
                system('enqueueJob', job);
                expect(() => callStatic('System.Test', 'stopTest')).toThrow('Invalid integer: x');
            },
            { test: new TestState() }
        );
    });

    test('startTest gives fresh limits and stopTest the old ones back', () => {
        const { run } = createTestOrg();
        const used = (): unknown => callStatic('System.Limits', 'getDmlStatements');
        run(
            () => {
                insertWidget('a');
                callStatic('System.Test', 'startTest');
                expect(used()).toBe(0);
                insertWidget('b');
                expect(used()).toBe(1);
                callStatic('System.Test', 'stopTest');
                expect(used()).toBe(1);
            },
            { test: new TestState() }
        );
    });

    test('testing starts once', () => {
        const { run } = createTestOrg();
        run(
            () => {
                callStatic('System.Test', 'startTest');
                expect(() => callStatic('System.Test', 'startTest')).toThrow(
                    'Testing already started'
                );
            },
            { test: new TestState() }
        );
    });
});
