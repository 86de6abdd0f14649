import { unwrap } from 'lwc';
import { fetchError, request } from 'shell/http';
import { session } from 'shell/session';
import type { WireCallback, WireResult } from 'shell/wire';
import { deepFreeze, LoadingAdapter } from 'shell/wire';

interface Method {
    readonly namespace: string;
    readonly className: string;
    readonly method: string;
}

type Params = Readonly<Record<string, unknown>>;

interface Cached {
    readonly at: number;
    readonly value: unknown;
}

/** The platform's client cache keeps a cacheable answer fresh for 30 seconds. */
const FRESH_MS = 30_000;
const cache = new Map<string, Cached>();
const wires = new WeakMap<object, ApexWire>();
let actions = 0;

/** The default export of `@salesforce/apex/Class.method`: a function, and a wire adapter. */
export function apexMethod(namespace: string, className: string, method: string) {
    const target = { namespace, className, method };
    return function apex(argument?: unknown): unknown {
        if (new.target) return new ApexWire(argument as WireCallback<unknown>, target);
        return call(target, (argument ?? {}) as Params);
    };
}

class ApexWire extends LoadingAdapter<Params, unknown> {
    readonly #target: Method;

    constructor(callback: WireCallback<unknown>, target: Method) {
        super(callback);
        this.#target = target;
    }

    protected isReady(config: Params): boolean {
        return Object.values(config).every((value) => value !== undefined);
    }

    protected load(config: Params, fresh: boolean): Promise<unknown> {
        if (fresh) cache.delete(keyOf(this.#target, config));
        return call(this.#target, config, true);
    }

    protected override emit(result: WireResult<unknown>): void {
        wires.set(result, this);
        super.emit(result);
    }
}

/** Asks the server again for what a wire gave; the wire then gives the new answer. */
export async function refreshApex(wired: unknown): Promise<void> {
    const adapter = wires.get(unwrap(wired) as object);
    if (!adapter)
        throw new Error('Refresh failed because resolved configuration is not available.');
    await adapter.reload();
}

/** Value of a field in an SObject that Apex returned. */
export function getSObjectValue(sobject: unknown, field: { fieldApiName: string } | string) {
    const path =
        typeof field === 'string' ? field.split('.').slice(1).join('.') : field.fieldApiName;
    return path
        .split('.')
        .reduce<unknown>((value, name) => (value as Params | undefined)?.[name], sobject);
}

function keyOf(target: Method, params: Params): string {
    return `${target.namespace}.${target.className}.${target.method}:${JSON.stringify(params)}`;
}

async function call(target: Method, params: Params, wired = false): Promise<unknown> {
    const key = keyOf(target, params);
    const known = cache.get(key);
    if (known && Date.now() - known.at < FRESH_MS) return known.value;
    const { returnValue, cacheable } = await execute(target, params, wired);
    if (cacheable) cache.set(key, { at: Date.now(), value: deepFreeze(returnValue) });
    return returnValue;
}

interface Answer {
    readonly returnValue: unknown;
    readonly cacheable: boolean;
}

async function execute(target: Method, params: Params, cacheable: boolean): Promise<Answer> {
    const [action] = await post(describeAction(target, params, cacheable));
    if (action?.state === 'SUCCESS') return action.returnValue;
    throw fetchError(500, 'Server Error', action?.error[0] ?? { message: 'No answer' });
}

function describeAction(
    { namespace, className, method }: Method,
    params: Params,
    cacheable: boolean
) {
    return {
        id: `${++actions};a`,
        descriptor: 'aura://ApexActionController/ACTION$execute',
        callingDescriptor: 'UNKNOWN',
        params: {
            namespace,
            classname: className,
            method,
            params,
            cacheable,
            isContinuation: false
        }
    };
}

interface ActionResult {
    readonly state: 'SUCCESS' | 'ERROR';
    readonly returnValue: Answer;
    readonly error: readonly unknown[];
}

async function post(action: object): Promise<readonly ActionResult[]> {
    const body = new URLSearchParams({
        message: JSON.stringify({ actions: [action] }),
        'aura.context': JSON.stringify({ mode: 'PROD', app: 'one:one' }),
        'aura.token': session.csrfToken
    });
    const url = `/aura?r=${actions}&aura.ApexAction.execute=1`;
    const response = await request(url, { method: 'POST', body });
    return (response as { actions: readonly ActionResult[] }).actions;
}
