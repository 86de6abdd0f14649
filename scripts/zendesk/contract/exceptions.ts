/** What may differ from the API description, and why. */
export interface Exception {
    /** `METHOD path` of the description, or a pattern of it. */
    readonly operation: RegExp;
    /** Properties concerned; left out: the status. */
    readonly property?: RegExp;
    readonly reason: string;
}

export const EXCEPTIONS: readonly Exception[] = [];
