import { messageOf } from 'shell/http';
import type { ObjectInfo } from '../session/types.ts';

interface SaveFailure {
    readonly message: string;
    readonly output?: {
        readonly errors: readonly { readonly message: string }[];
        readonly fieldErrors: Readonly<Record<string, readonly { readonly message: string }[]>>;
    };
}

/** What went wrong with a save, field by field with its label. */
export function describeSaveError(error: unknown, object: ObjectInfo): string {
    const { output } = ((error as { body?: SaveFailure } | null)?.body ?? {}) as SaveFailure;
    if (!output) return messageOf(error);
    const byField = Object.entries(output.fieldErrors).flatMap(([name, errors]) =>
        errors.map(({ message }) => `${object.fields[name]?.label ?? name}: ${message}`)
    );
    return [...output.errors.map(({ message }) => message), ...byField].join(' ');
}
