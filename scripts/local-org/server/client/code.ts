/** A call of an `@AuraEnabled` method. `params` is what the browser sent, unchecked. */
export interface ApexCall {
    readonly userId: string;
    readonly namespace: string;
    readonly className: string;
    readonly methodName: string;
    readonly params: Readonly<Record<string, unknown>>;
    /** True for a wire; the org refuses it unless the method is `@AuraEnabled(cacheable=true)`. */
    readonly cacheable: boolean;
}

/** What the framework tells the browser of an exception that left the method. */
export interface ApexCallError {
    /** `System.AuraHandledException`, `System.QueryException`... */
    readonly exceptionType: string;
    readonly isUserDefinedException: boolean;
    readonly message: string;
    readonly stackTrace: string;
}

export type ApexOutcome =
    | { readonly returnValue: unknown; readonly cacheable: boolean }
    | { readonly error: ApexCallError };

/** A call of an invocable action by its class. `inputs` is what came over the wire, unchecked. */
export interface ActionCall {
    readonly userId: string;
    readonly className: string;
    readonly inputs: readonly unknown[];
}

export type ActionOutcome =
    | { readonly outputs: readonly unknown[] }
    | { readonly error: ApexCallError }
    /** No class of this name has an invocable method, or the user has no access to it. */
    | { readonly missing: true };

/** A request to an `@RestResource` class or to a callback that the platform itself serves. */
export interface RestRequest {
    /** Null for a guest. */
    readonly userId: string | null;
    readonly method: string;
    /** Path below `/services/apexrest` or below `/services/authcallback`, with a leading slash. */
    readonly path: string;
    readonly query: Readonly<Record<string, string>>;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: Uint8Array;
}

export interface RestResponse {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: Uint8Array;
}

export interface CodeRunner {
    /** Reads the source that was edited; a page asks for it when it is opened. */
    lookForEdits(): Promise<void>;
    invokeApex(call: ApexCall): Promise<ApexOutcome>;
    invokeAction(call: ActionCall): Promise<ActionOutcome>;
    apexRest(request: RestRequest): Promise<RestResponse>;
    /** The browser's return from an OAuth authorization; answers with a redirect or a page. */
    authCallback(request: RestRequest): Promise<RestResponse>;
}
