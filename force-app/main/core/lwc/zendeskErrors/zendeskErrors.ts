import NO_CONNECTION from '@salesforce/label/c.Zendesk_Error_NoConnection';

/** What is wrong with one field. */
export interface FieldProblem {
    /** Key or id of the field; absent when it is about the whole. */
    readonly field?: string;
    readonly message: string;
}

/** A problem as a person can be told: `code` chooses the state, `message` is the sentence. */
export interface Problem {
    readonly code: string;
    readonly message: string;
    /** Seconds to wait, when Zendesk asks for a pause. */
    readonly retryAfter?: number;
    /** The fields that were refused. */
    readonly fields?: readonly FieldProblem[];
}

const UNCERTAIN = ['no_connection', 'platform', 'too_large', 'unavailable', 'unexpected'];

/** A problem that arose in the browser. */
export class ProblemError extends Error {
    readonly problem: Problem;

    constructor(code: string, message: string) {
        super(message);
        this.problem = { code, message };
    }
}

interface ErrorBody {
    readonly message?: unknown;
}

/** Reduces whatever a call to Apex rejects with to a problem. Never throws. */
export function toProblem(error: unknown): Problem {
    if (error instanceof ProblemError) {
        return error.problem;
    }
    const message = messageOf(error);
    if (message === undefined) {
        return { code: 'no_connection', message: NO_CONNECTION };
    }
    return packagedProblem(message) ?? { code: 'platform', message };
}

/** Whether access was refused, rather than something having failed. */
export function isRefusal(problem: Problem): boolean {
    return problem.code.startsWith('access_');
}

/** Whether the user has to link their Zendesk agent before they can go on. */
export function needsAgent(problem: Problem): boolean {
    return problem.code === 'agent_not_linked';
}

/** Whether it is unknown if what was sent arrived: it may be sent again, but only as it was. */
export function isUncertain(problem: Problem): boolean {
    return UNCERTAIN.includes(problem.code);
}

function messageOf(error: unknown): string | undefined {
    const body = (error as { body?: ErrorBody | ErrorBody[] } | null | undefined)?.body;
    const first = Array.isArray(body) ? body[0] : body;
    return typeof first?.message === 'string' ? first.message : undefined;
}

/** The package's controllers put a problem into the message as JSON, see ZendeskUserError. */
function packagedProblem(message: string): Problem | undefined {
    try {
        const parsed = JSON.parse(message) as Partial<Problem> | null;
        return parsed?.code && parsed.message ? (parsed as Problem) : undefined;
    } catch {
        return undefined;
    }
}
