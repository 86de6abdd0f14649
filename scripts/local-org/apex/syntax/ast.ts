/** The syntax tree of Apex: plain JSON, so that it can be cached on disk. Lines and columns from 1. */
export type * from './declarationTree.ts';
export type * from './expressionTree.ts';
export type * from './statementTree.ts';
