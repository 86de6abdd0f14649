import { systemException } from '../../values/exception.ts';
import type { Member } from '../registry.ts';

/** A table of members, none of which takes null for an argument it is given. */
export function refusingNull<T extends Readonly<Record<string, Member>>>(members: T): T {
    const guarded = Object.entries(members).map(([name, member]) => [name, guard(member)] as const);
    return Object.fromEntries(guarded) as unknown as T;
}

function guard(member: Member): Member {
    return (...args: readonly unknown[]) => {
        if (args.includes(null)) {
            throw systemException('NullPointerException', 'Argument cannot be null.');
        }
        return (member as (...values: readonly unknown[]) => unknown)(...args);
    };
}
