import { execution } from '../../execution.ts';
import {
    type ApexException,
    systemException,
    UnsupportedFeatureError
} from '../../values/exception.ts';
import type { CredentialServices } from '../../../platform/platform.ts';

/** The credentials of the org, and who asks. */
export interface CredentialCall {
    readonly userId: string;
    readonly services: CredentialServices;
}

/**
 * Runs a call of the Connect API. It can't be made from a test (Apex developer guide, "Testing
 * ConnectApi Code"); what the org refuses is a ConnectApiException.
 */
export function credentialCall<T>(work: (call: CredentialCall) => T): T {
    const { test, user, org } = execution();
    if (test) {
        throw systemException(
            'UnsupportedOperationException',
            'ConnectApi methods are not supported in data siloed tests. Please use @IsTest(SeeAllData=true).'
        );
    }
    const services = org.platform.credentialServices;
    if (!services) {
        throw new UnsupportedFeatureError('ConnectApi.NamedCredentials');
    }
    try {
        return work({ userId: user.id, services });
    } catch (error) {
        throw error instanceof services.Refusal ? refused(error.message) : error;
    }
}

/** A ConnectApi.ConnectApiException. */
export function refused(message: string): ApexException {
    return systemException('ConnectApi.ConnectApiException', message);
}

/** Writing named and external credentials is setup. */
export function requireSetup({ userId, services }: CredentialCall): void {
    if (!services.hasUserPermission(userId, 'CustomizeApplication')) {
        throw refused('You do not have access to perform this operation.');
    }
}

/** Refuses a null or empty argument by its name. */
export function required(value: string | null, name: string): string {
    if (value === null || value === '') {
        throw refused(`The ${name} is required.`);
    }
    return value;
}
