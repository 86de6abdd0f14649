import type { DemoOrgOptions } from './demoOrg.ts';
import type { OrgServices } from './clientTypes.ts';

/** What the main thread tells the thread of the org. */
export interface OrgRequest {
    readonly id: number;
    readonly method: keyof OrgServices;
    readonly parameters: readonly unknown[];
}

/** What comes back, in any order. */
export type OrgAnswer =
    | { readonly kind: 'ready'; readonly users: readonly string[] }
    | { readonly kind: 'failed'; readonly message: string }
    | { readonly kind: 'result'; readonly id: number; readonly value: unknown }
    | { readonly kind: 'error'; readonly id: number; readonly message: string }
    | { readonly kind: 'log'; readonly message: string };

export type OrgThreadData = DemoOrgOptions;
