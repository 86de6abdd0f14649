import { ApexBlob } from '../../values/blob.ts';
import { systemException } from '../../values/exception.ts';
import { ApexList } from '../../values/list.ts';
import { ApexMap } from '../../values/map.ts';
import { isNumeric, toJsNumber } from '../../values/numbers.ts';
import { ApexEnum } from '../../values/objects.ts';
import type { MemberHook, RuntimeType } from '../../values/runtimeType.ts';
import { ApexSet } from '../../values/set.ts';
import { ApexSObject } from '../../values/sobject.ts';
import { ApexDate, ApexDatetime, ApexTime } from '../../values/temporal.ts';
import { describeValue } from '../../values/toString.ts';
import { typeOf } from '../../values/typeOf.ts';
import { readTyped, type Exposes } from './deserialize.ts';
import type { JsonNode, JsonPlace } from './tree.ts';

/** What a Lightning component gets: plain JSON. */
export type AuraValue =
    | null
    | string
    | number
    | boolean
    | readonly AuraValue[]
    | { readonly [name: string]: AuraValue };

/**
 * The result of an `@AuraEnabled` method as the browser receives it. Of instances of classes only
 * `@AuraEnabled` members that aren't null are sent; records are plain objects of their fields.
 */
export function serializeForAura(value: unknown): AuraValue {
    return plain(value, ({ isAuraEnabled }) => isAuraEnabled);
}

/**
 * The same for the outputs of an invocable action: `@InvocableVariable` members, and of the values in them
 * those that are `@AuraEnabled`.
 */
export function serializeForAction(value: unknown): AuraValue {
    return plain(value, isOfAction);
}

/** @see https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_class_invocable_action_considerations.htm */
function isOfAction({ isInvocable, isAuraEnabled }: MemberHook, isInner: boolean): boolean {
    return isInner ? isAuraEnabled : isInvocable;
}

function plain(value: unknown, exposes: Exposes): AuraValue {
    if (value === null || value === undefined) {
        return null;
    }
    if (isNumeric(value)) {
        return toJsNumber(value);
    }
    if (typeof value === 'string' || typeof value === 'boolean') {
        return value;
    }
    return temporal(value) ?? container(value, exposes);
}

function temporal(value: unknown): AuraValue {
    if (value instanceof ApexDate || value instanceof ApexDatetime) {
        return value.toIso();
    }
    if (value instanceof ApexTime) {
        return value.ms;
    }
    if (value instanceof ApexBlob) {
        return value.bytes.toString('base64');
    }
    return value instanceof ApexEnum ? value.name() : null;
}

function container(value: unknown, exposes: Exposes): AuraValue {
    if (value instanceof ApexList || value instanceof ApexSet) {
        return value.toArray().map((item) => plain(item, exposes));
    }
    if (value instanceof ApexMap) {
        const pairs = value.pairs();
        return object(pairs.map(([key, item]) => [describeValue(key), plain(item, exposes)]));
    }
    if (value instanceof ApexSObject) {
        const names = value.fieldNames();
        return withoutNulls(names.map((name) => [name, plain(value.storedValue(name), exposes)]));
    }
    return instance(value, exposes);
}

function instance(value: unknown, exposes: Exposes): AuraValue {
    const { hooks, name } = typeOf(value);
    if (!hooks || typeof value !== 'object' || value === null) {
        throw systemException('JSONException', `Apex Type unsupported in JSON: ${name}`);
    }
    const members = hooks.members.filter((member) => exposes(member, false) && !member.isTransient);
    const inner: Exposes = (member) => exposes(member, true);
    return withoutNulls(members.map((member) => [member.name, plain(member.read(value), inner)]));
}

function withoutNulls(entries: (readonly [string, AuraValue])[]): AuraValue {
    return object(entries.filter(([, value]) => value !== null));
}

function object(entries: readonly (readonly [string, AuraValue])[]): AuraValue {
    return Object.fromEntries(entries);
}

/** A parameter from the browser as a value of the method's parameter type; JSONException if unfit. */
export function deserializeFromAura(value: unknown, type: RuntimeType): unknown {
    const exposes = ({ isAuraEnabled }: MemberHook) => isAuraEnabled;
    return readTyped(nodeOf(value), type, { strict: false, exposes });
}

/** An input of an invocable action: the same members as of an output, and no others. */
export function deserializeFromAction(value: unknown, type: RuntimeType): unknown {
    return readTyped(nodeOf(value), type, { strict: true, exposes: isOfAction });
}

const NOWHERE: JsonPlace = { line: 1, column: 1 };

function nodeOf(value: unknown): JsonNode {
    switch (typeof value) {
        case 'string':
            return { kind: 'string', text: value, at: NOWHERE };
        case 'number':
            return { kind: 'number', text: String(value), at: NOWHERE };
        case 'boolean':
            return { kind: 'boolean', value, at: NOWHERE };
        default:
            return value === null || typeof value !== 'object'
                ? { kind: 'null', at: NOWHERE }
                : containerNode(value);
    }
}

function containerNode(value: object): JsonNode {
    if (Array.isArray(value)) {
        return { kind: 'array', items: value.map((item) => nodeOf(item)), at: NOWHERE };
    }
    const entries = Object.entries(value).map(([name, item]) => [name, nodeOf(item)] as const);
    return { kind: 'object', entries, at: NOWHERE };
}
