import { toApexError } from '../kernel/errors.ts';
import { ApexException } from '../values/index.ts';
import type { TestResult } from './results.ts';

/** A failed assertion is a failure; any other exception, and what could not run, an error. */
export function failedResult(error: unknown): Pick<TestResult, 'message' | 'outcome' | 'stack'> {
    const translated = toApexError(error);
    if (translated instanceof ApexException) {
        const type = translated.getTypeName();
        return {
            outcome: type === 'System.AssertException' ? 'fail' : 'error',
            message: `${type}: ${translated.getMessage() ?? ''}`,
            stack: translated.getStackTraceString()
        };
    }
    const stack = translated instanceof Error ? (translated.stack ?? null) : null;
    return { outcome: 'error', message: String(translated), stack };
}
