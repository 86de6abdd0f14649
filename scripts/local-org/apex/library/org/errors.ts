import { ApexException } from '../../values/exception.ts';

let translate: (error: unknown) => unknown = (error) => error;

/** Lets the kernel make an Apex exception of what compiled code threw (a null that was used…). */
export function useErrorTranslator(translator: (error: unknown) => unknown): void {
    translate = translator;
}

/** The Apex exception that an error from user code is; anything else is thrown again. */
export function asApexException(error: unknown): ApexException {
    const translated = translate(error);
    if (translated instanceof ApexException) {
        return translated;
    }
    throw translated;
}
