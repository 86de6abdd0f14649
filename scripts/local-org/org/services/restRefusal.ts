import { toApexError } from '../../apex/kernel/errors.ts';
import { ApexException } from '../../apex/values/index.ts';
import type { RestResponse } from '../../server/orgClient.ts';
import type { LocalOrg } from '../localOrg.ts';

/** An answer of Apex REST that is no success, in the form of the REST API's errors. */
export class RestRefusal extends Error {
    readonly status: number;
    readonly errorCode: string;

    constructor(status: number, errorCode: string, message: string) {
        super(message);
        this.name = 'RestRefusal';
        this.status = status;
        this.errorCode = errorCode;
    }
}

export function notParsed(message: string): RestRefusal {
    return new RestRefusal(400, 'JSON_PARSER_ERROR', message);
}

/** Reads a body; what does not fit the method is the caller's fault. */
export function parsed<T>(read: () => T): T {
    try {
        return read();
    } catch (error) {
        throw error instanceof ApexException ? notParsed(error.getMessage() ?? '') : error;
    }
}

/** What is no Apex exception is a fault of the local org: told in the terminal as well. */
export function asRefusal(org: LocalOrg, error: unknown): RestRefusal {
    const translated = error instanceof RestRefusal ? error : toApexError(error);
    if (translated instanceof RestRefusal) {
        return translated;
    }
    if (translated instanceof ApexException) {
        const message = `${translated.getTypeName()}: ${translated.getMessage()}`;
        const stack = translated.getStackTraceString();
        return new RestRefusal(500, 'APEX_ERROR', `${message}\n\n${stack}`);
    }
    org.log(translated instanceof Error ? (translated.stack ?? '') : String(translated));
    return new RestRefusal(500, 'UNKNOWN_EXCEPTION', String(translated));
}

export function refused({ status, errorCode, message }: RestRefusal): RestResponse {
    return {
        status,
        headers: { 'content-type': 'application/json;charset=UTF-8' },
        body: Buffer.from(JSON.stringify([{ errorCode, message }]))
    };
}
