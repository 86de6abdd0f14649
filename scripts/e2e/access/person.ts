/** What came of a call: a value, or the problem as the component would be told. */
export type CallOutcome =
    { readonly value: unknown } | { readonly code: string; readonly message: string };

export interface ApexMethod {
    readonly className: string;
    readonly methodName: string;
    readonly params: Readonly<Record<string, unknown>>;
}

interface AuraAnswer {
    readonly state: 'SUCCESS' | 'ERROR';
    readonly returnValue: { readonly returnValue?: unknown } | null;
    readonly error: readonly { readonly message: string; readonly exceptionType: string }[] | null;
}

/** Somebody logged in to the org, who asks it as their browser would. */
export class Person {
    readonly orgUrl: string;
    readonly userId: string;
    readonly cookie: string;
    readonly token: string;

    private constructor(orgUrl: string, userId: string, cookie: string, token: string) {
        this.orgUrl = orgUrl;
        this.userId = userId;
        this.cookie = cookie;
        this.token = token;
    }

    static async logIn(orgUrl: string, userId: string): Promise<Person> {
        const answer = await fetch(`${orgUrl}/login`, {
            method: 'POST',
            body: new URLSearchParams({ userId }),
            redirect: 'manual'
        });
        const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
        const page = await fetch(`${orgUrl}/lightning/page/home`, { headers: { cookie } });
        const token = /"csrfToken":"([^"]+)"/.exec(await page.text())?.[1] ?? '';
        if (!cookie || !token) {
            throw new Error(`${userId} could not log in: ${answer.status}, ${page.status}`);
        }
        return new Person(orgUrl, userId, cookie, token);
    }

    /** Nobody: a browser that is not logged in. */
    static stranger(orgUrl: string): Person {
        return new Person(orgUrl, '', '', '');
    }

    /** Calls an `@AuraEnabled` method as a component does. */
    async call(method: ApexMethod): Promise<CallOutcome> {
        const answer = await this.callWith(this.token, method);
        if (!answer.ok) {
            throw new Error(`${answer.status} ${await answer.text()}`);
        }
        const { actions } = (await answer.json()) as { readonly actions: readonly [AuraAnswer] };
        return outcomeOf(actions[0]);
    }

    /** The same with a token that need not be one's own. */
    callWith(token: string, { className, methodName, params }: ApexMethod): Promise<Response> {
        const action = {
            id: '1;a',
            descriptor: 'aura://ApexActionController/ACTION$execute',
            params: {
                namespace: '',
                classname: className,
                method: methodName,
                params,
                cacheable: false
            }
        };
        return this.send('POST', '/aura', {
            body: new URLSearchParams({
                message: JSON.stringify({ actions: [action] }),
                'aura.token': token
            })
        });
    }

    /** Calls an invocable action as a flow's REST caller does. */
    async invoke(className: string, input: Readonly<Record<string, unknown>>) {
        return this.send('POST', `/services/data/v67.0/actions/custom/apex/${className}`, {
            headers: { 'content-type': 'application/json', 'x-csrf-token': this.token },
            body: JSON.stringify({ inputs: [input] })
        });
    }

    /** Any request with the session's cookie and nothing else that the caller does not give. */
    send(method: string, path: string, init: RequestInit = {}): Promise<Response> {
        return fetch(`${this.orgUrl}${path}`, {
            method,
            redirect: 'manual',
            ...init,
            headers: { cookie: this.cookie, ...init.headers }
        });
    }

    /** A request of the shell that changes something. */
    async put(path: string, body: unknown): Promise<void> {
        const answer = await this.send('PUT', path, {
            headers: { 'content-type': 'application/json', 'x-csrf-token': this.token },
            body: JSON.stringify(body)
        });
        if (!answer.ok) {
            throw new Error(`PUT ${path}: ${answer.status} ${await answer.text()}`);
        }
    }
}

function outcomeOf({ state, returnValue, error }: AuraAnswer): CallOutcome {
    if (state === 'SUCCESS') {
        return { value: returnValue?.returnValue ?? null };
    }
    const { message = '', exceptionType = '' } = error?.[0] ?? {};
    return exceptionType === 'System.AuraHandledException'
        ? (JSON.parse(message) as { code: string; message: string })
        : { code: exceptionType, message };
}
