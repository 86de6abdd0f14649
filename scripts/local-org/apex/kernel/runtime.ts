import { useStackReader } from '../execution.ts';
import { customSettings } from '../library/settings/customSettings.ts';
import { useErrorTranslator } from '../library/org/errors.ts';
import {
    ApexException,
    ApexList,
    ApexObject,
    castTo,
    elementOf,
    enumConstant,
    isInstance,
    listOf,
    mapOf,
    sameType,
    setOf,
    types,
    type RuntimeType
} from '../values/index.ts';
import { copy } from './classModel.ts';
import * as collections from './collections.ts';
import * as database from './database.ts';
import { broken, caught, thrown, toApexError } from './errors.ts';
import { future } from './future.ts';
import * as operators from './operators.ts';
import * as platformObjects from './platformObjects.ts';
import { currentFrames } from './stack.ts';
import * as transaction from './transaction.ts';

useStackReader(currentFrames);
useErrorTranslator(toApexError);

/** What the scripts of one program call by `$`, as far as it does not depend on the program. */
export const kernel = {
    ...operators,
    ...collections,
    ...database,
    ...platformObjects,
    ...transaction,
    ApexObject,
    ApexException,
    broken,
    caught,
    copy,
    customSettings,
    future,
    listOf,
    mapOf,
    setOf,
    thrown,
    is: isInstance,
    cast,
    catches: isInstance,
    enumValueOf: enumConstant,
    enumValues: (type: RuntimeType) => new ApexList(type, type.constants ?? []),
    initException,
    platformEnum: platformObjects.platform
} as const;

/** A cast to Id gives the form of 18 characters; other casts only check. */
function cast(value: unknown, type: RuntimeType): unknown {
    if (typeof value === 'string' && sameType(type, types.Id)) return elementOf(value, type);
    return castTo(value, type);
}

/** The four constructors that every exception has. */
function initException(
    exception: ApexException,
    messageOrCause: string | ApexException | null = null,
    cause: ApexException | null = null
): ApexException {
    if (messageOrCause instanceof ApexException) {
        exception.setMessage(messageOrCause.getMessage());
        exception.initCause(messageOrCause);
        return exception;
    }
    if (messageOrCause !== null) exception.setMessage(messageOrCause);
    if (cause !== null) exception.initCause(cause);
    return exception;
}
