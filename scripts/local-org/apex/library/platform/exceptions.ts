import { platformType, platformTypeNames } from '../../signatures/platform.ts';
import { ApexException, exceptionType } from '../../values/exception.ts';
import { types } from '../../values/runtimeType.ts';
import type { RuntimeType } from '../../values/runtimeType.ts';
import { platformClass } from '../registry.ts';

const ROOT = 'System.Exception';

/** Every exception of the platform with the four constructors. */
function registerExceptions(): void {
    for (const name of platformTypeNames()) {
        if (isException(name)) {
            registerException(platformType(name)?.name ?? name);
        }
    }
}

/** Superclasses are written without `System.`. */
function isException(name: string): boolean {
    const parent = (platformType(name) ?? platformType(`System.${name}`))?.superclass ?? null;
    return parent !== null && (/^(System\.)?Exception$/.test(parent) || isException(parent));
}

function registerException(name: string): void {
    const type = exceptionType(name);
    platformClass(name, {
        class: ApexException,
        type,
        construct: (first: string | ApexException | null = null, cause?: ApexException | null) =>
            /AuraHandledException$/i.test(name)
                ? new AuraHandledException(type, first)
                : new ApexException(type, first, cause ?? null)
    });
}

/**
 * System.AuraHandledException. Its text is for the browser; `getMessage()` answers with the text of
 * an exception without one until `setMessage` is called, as on the platform.
 */
export class AuraHandledException extends ApexException {
    /** What the Lightning component gets. */
    readonly browserMessage: string;

    constructor(type: RuntimeType, text: string | ApexException | null) {
        super(type);
        this.browserMessage = text instanceof ApexException ? text.getMessage() : (text ?? '');
    }
}

platformClass(ROOT, { class: ApexException, type: types.Exception });
registerExceptions();
