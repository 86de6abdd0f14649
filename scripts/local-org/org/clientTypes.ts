import type { OrgClient } from '../server/orgClient.ts';

/** The same methods answering at once, as the thread that owns the org does. */
export type Synchronous<T> = {
    readonly [K in keyof T]: T[K] extends (...parameters: infer P) => Promise<infer R>
        ? (...parameters: P) => R
        : never;
};

export type OrgServices = Synchronous<OrgClient>;
