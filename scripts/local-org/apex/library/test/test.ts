import { parseSoql } from '../../../data/soql/parse.ts';
import { execution } from '../../execution.ts';
import type { Execution } from '../../execution.ts';
import type { ApexDatetime } from '../../values/temporal.ts';
import { systemException } from '../../values/exception.ts';
import { ApexList } from '../../values/list.ts';
import type { ApexMap } from '../../values/map.ts';
import type { ApexType } from '../../values/objects.ts';
import { ApexSObject } from '../../values/sobject.ts';
import type { AsyncJob } from '../async/job.ts';
import { deliverTestEvents, TestBroker } from '../events/eventBus.ts';
import { LimitLedger } from '../limits/ledger.ts';
import { setCurrentPage } from '../pages/current.ts';
import { asApexException } from '../org/errors.ts';
import { clearMessages } from '../pages/messages.ts';
import { platformClass } from '../registry.ts';
import type { SObjectType } from '../schema/object.ts';
import { loadData } from './loadData.ts';
import type { TestState } from './testState.ts';
import { testInstall, testUninstall } from './install.ts';

const STANDARD_PRICEBOOK = parseSoql('SELECT Id FROM Pricebook2 WHERE IsStandard = TRUE');

function testState(): TestState {
    const { test } = execution();
    if (!test) {
        throw systemException('UnexpectedException', 'Test methods may only be used in tests');
    }
    return test;
}

/** Fresh limits; what was done before doesn't hold back callouts. */
function startTest(): void {
    const test = testState();
    if (test.phase !== 'before') {
        throw systemException('FinalException', 'Testing already started');
    }
    const current = execution();
    test.phase = 'started';
    current.slots.set('limitsBeforeTest', current.limits);
    current.limits = new LimitLedger('sync');
    current.hasUncommittedWork = false;
}

/** Runs what was queued since `startTest`, each job once, then gives the limits back. */
function stopTest(): void {
    const test = testState();
    if (test.phase !== 'started') {
        throw systemException('FinalException', 'Testing has not started');
    }
    test.phase = 'stopped';
    const current = execution();
    runJobs(test);
    deliverTestEvents();
    const before = current.slots.get('limitsBeforeTest');
    if (before instanceof LimitLedger) {
        current.limits = before;
    }
}

/** Jobs that the jobs themselves queue don't run: a test sees one generation. */
function runJobs(test: TestState): void {
    const jobs: AsyncJob[] = test.jobs.splice(0);
    test.isInStopTest = true;
    try {
        jobs.forEach((job) => job.run());
    } finally {
        test.isInStopTest = false;
    }
}

/**
 * Runs the jobs that a test method leaves over, as the platform does after its end. What they throw
 * no longer fails the test; it goes to the debug log.
 */
export function finishTest(current: Execution): void {
    const jobs = current.test?.jobs.splice(0) ?? [];
    for (const job of jobs) {
        try {
            job.run();
        } catch (error) {
            logFailure(current, job, asApexException(error).toString());
        }
    }
}

function logFailure({ log, org }: Execution, job: AsyncJob, message: string): void {
    const text = `${job.description}: ${message}`;
    log.write({ at: org.clock.now(), category: 'FATAL_ERROR', level: 'ERROR', line: null, text });
}

function setMock(type: ApexType, mock: object): void {
    const name = type
        .getName()
        .toLowerCase()
        .replace(/^system\./, '');
    testState().mocks.set(name, mock);
}

function setCreatedDate(recordId: string, at: ApexDatetime): void {
    const { org } = execution();
    const object = org.database.schema.objectOfId(recordId);
    if (!object) {
        throw systemException('IllegalArgumentException', `Invalid record id: ${recordId}`);
    }
    org.setupRows.update(object.name, recordId, { CreatedDate: at.toIso() });
}

function createStub(type: ApexType, provider: object): object {
    return execution().org.code.createStub(type.of, provider);
}

/** A row as if it came out of a query with those fields. */
function createStubQueryRow(type: SObjectType, values: ApexMap): ApexSObject {
    const record = new ApexSObject(type.toString());
    values.pairs().forEach(([name, value]) => record.write(String(name), value));
    return record.markQueried();
}

/** For an id or a list: what the groups grant always is what their permission sets do. */
function calculatePermissionSetGroup(target: string | ApexList): void {
    const { org, user } = execution();
    const ids = target instanceof ApexList ? target.toArray().map(String) : [target];
    const changes = new Map(ids.map((id) => [id, { Status: 'Updated' }]));
    org.database.saveFields('PermissionSetGroup', changes, user.id);
}

platformClass('System.Test', {
    statics: {
        calculatePermissionSetGroup,
        clearApexPageMessages: clearMessages,
        createStub,
        createStubQueryRow,
        createStubQueryRows: (type: SObjectType, rows: ApexList) => {
            const records = rows.toArray().map((row) => createStubQueryRow(type, row as ApexMap));
            return new ApexList(new ApexSObject(type.toString()).$type, records);
        },
        getEventBus: () => new TestBroker(),
        getStandardPricebookId: standardPricebookId,
        isRunningTest: () => execution().test !== null,
        loadData,
        setCreatedDate,
        setCurrentPage,
        setCurrentPageReference: setCurrentPage,
        setFixedSearchResults: (ids: ApexList) => {
            testState().searchResults = ids.toArray().map((id) => String(id));
        },
        setMock,
        startTest,
        stopTest,
        testInstall,
        testUninstall
    }
});

function standardPricebookId(): string {
    const { org, user } = execution();
    const context = { userId: user.id, mode: 'system', sharing: false } as const;
    const { rows } = org.database.query(STANDARD_PRICEBOOK, {}, context);
    const id = rows[0]?.values['Id'];
    return typeof id === 'string'
        ? id
        : org.setupRows.insert('Pricebook2', {
              Name: 'Standard Price Book',
              IsStandard: true,
              IsActive: true
          });
}
