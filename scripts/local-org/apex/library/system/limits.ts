import { execution } from '../../execution.ts';
import type { LimitName } from '../limits/ledger.ts';
import { platformClass } from '../registry.ts';

/** The getters of System.Limits, by the part of their name after `get` and `getLimit`. */
const COUNTED: Readonly<Record<string, LimitName>> = {
    AggregateQueries: 'aggregateQueries',
    ApexCursorRows: 'cursorRows',
    FetchCallsOnApexCursor: 'cursorFetches',
    AsyncCalls: 'asyncCalls',
    Callouts: 'callouts',
    DmlRows: 'dmlRows',
    DmlStatements: 'dmlStatements',
    EmailInvocations: 'emailInvocations',
    FindSimilarCalls: 'findSimilar',
    FutureCalls: 'futureCalls',
    MobilePushApexCalls: 'mobilePush',
    PublishImmediateDML: 'publishImmediate',
    Queries: 'queries',
    QueryLocatorRows: 'queryLocatorRows',
    QueryRows: 'queryRows',
    QueueableJobs: 'queueableJobs',
    RunAs: 'runAs',
    SavepointRollbacks: 'savepointRollbacks',
    Savepoints: 'savepoints',
    SoslQueries: 'soslQueries'
};

/** Limits that the platform has dropped: it still answers, always with the same numbers. */
const DROPPED: Readonly<Record<string, number>> = {
    ChildRelationshipsDescribes: 100,
    FieldSetsDescribes: 100,
    FieldsDescribes: 100,
    PicklistDescribes: 100,
    RecordTypesDescribes: 100,
    ScriptStatements: 200_000
};

function counted(): Record<string, () => number> {
    const getters: Record<string, () => number> = {};
    for (const [suffix, name] of Object.entries(COUNTED)) {
        getters[`get${suffix}`] = () => execution().limits.used(name);
        getters[`getLimit${suffix}`] = () => execution().limits.allowed(name);
    }
    for (const [suffix, limit] of Object.entries(DROPPED)) {
        getters[`get${suffix}`] = () => 0;
        getters[`getLimit${suffix}`] = () => limit;
    }
    return getters;
}

platformClass('System.Limits', {
    statics: {
        ...counted(),
        getCpuTime: () => execution().cpuTime(),
        getLimitCpuTime: () => execution().limits.allowed('cpuTime'),
        getHeapSize: () => execution().heap.size(),
        getLimitHeapSize: () => execution().limits.allowed('heapSize')
    }
});
