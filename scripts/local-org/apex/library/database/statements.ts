/** What compiled code calls for SOQL, SOSL and DML written in the language. */
export { accessContext } from './access.ts';
export { dmlStatement, mergeStatement } from './dml.ts';
export { queryCount, queryRecords, runSearch, singleRecord } from './query.ts';
