import type { Bean } from '../platform/beans.ts';
import { type BeanName, beanList, makeBean, textOf } from './beans.ts';
import { type CredentialCall, credentialCall, refused, required } from './services.ts';

/** One kind of what `ConnectApi.NamedCredentials` manages, by developer name. */
export interface Kind<T> {
    /** As messages call it. */
    readonly noun: string;
    readonly bean: BeanName;
    /** Property of an input that holds the name, and what messages call that. */
    readonly name: readonly [property: string, noun: string];
    readonly store: (call: CredentialCall) => {
        get(name: string): T | undefined;
        list(): readonly T[];
    };
    readonly toBean: (item: T, call: CredentialCall) => Bean;
}

/** @throws ConnectApiException when there is none of that name */
export function existing<T>(
    { noun, store }: Kind<T>,
    name: string | null,
    call: CredentialCall
): T {
    const found = store(call).get(name ?? '');
    if (!found) {
        throw refused(`The ${noun} ${name ?? ''} does not exist.`);
    }
    return found;
}

/** The name in an input for a new one. @throws ConnectApiException when it is missing or taken */
export function newName<T>(
    { noun, name, store }: Kind<T>,
    input: Bean,
    call: CredentialCall
): string {
    const [property, nameNoun] = name;
    const given = required(textOf(input, property), nameNoun);
    if (store(call).get(given)) {
        throw refused(`The ${noun} ${given} already exists.`);
    }
    return given;
}

/** `getX(name)`. */
export function getOne<T>(kind: Kind<T>): (name: string | null) => Bean {
    return (name) => credentialCall((call) => kind.toBean(existing(kind, name, call), call));
}

/** `getXs()`: a bean with one property, the list. */
export function getAll<T>(kind: Kind<T>, listBean: BeanName, property: string): () => Bean {
    return () =>
        credentialCall((call) => {
            const items = kind
                .store(call)
                .list()
                .map((item) => kind.toBean(item, call));
            return makeBean(listBean, { [property]: beanList(kind.bean, items) });
        });
}
