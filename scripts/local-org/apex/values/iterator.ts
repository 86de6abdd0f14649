import { systemException } from './exception.ts';
import { runtimeType } from './runtimeType.ts';
import type { RuntimeType } from './runtimeType.ts';

/** The System.Iterator of a platform collection. */
export class ApexIterator {
    readonly $type: RuntimeType;
    private readonly source: Iterator<unknown>;
    private upcoming: IteratorResult<unknown> | null = null;

    constructor(element: RuntimeType, values: Iterable<unknown>) {
        this.$type = runtimeType('class', `System.Iterator<${element.name}>`, [
            runtimeType('interface', 'System.Iterator')
        ]);
        this.source = [...values][Symbol.iterator]();
    }

    hasNext(): boolean {
        this.upcoming ??= this.source.next();
        return this.upcoming.done !== true;
    }

    next(): unknown {
        if (!this.hasNext()) {
            throw systemException('NoSuchElementException', 'Iterator has no more elements');
        }
        const value: unknown = this.upcoming?.value;
        this.upcoming = null;
        return value;
    }

    toString(): string {
        return this.$type.name;
    }
}

/** Walks any Apex iterable: a platform collection, or a user class with `iterator()`. */
export function* iterate(iterable: unknown): Generator<unknown> {
    if (isJsIterable(iterable)) {
        yield* iterable;
        return;
    }
    const iterator = asIterator(iterable);
    while (iterator.hasNext() === true) {
        yield iterator.next();
    }
}

interface IteratorLike {
    hasNext(): unknown;
    next(): unknown;
}

function asIterator(value: unknown): IteratorLike {
    const source = isIterableLike(value) ? value.iterator() : value;
    if (source instanceof ApexIterator || isIteratorLike(source)) {
        return source;
    }
    throw systemException('TypeException', 'The value is not iterable');
}

function isJsIterable(value: unknown): value is Iterable<unknown> {
    return typeof value === 'object' && value !== null && Symbol.iterator in value;
}

function isIterableLike(value: unknown): value is { iterator(): unknown } {
    return typeof value === 'object' && value !== null && 'iterator' in value;
}

function isIteratorLike(value: unknown): value is IteratorLike {
    return typeof value === 'object' && value !== null && 'hasNext' in value && 'next' in value;
}
