/**
 * The first `count` items in the order of `compare`, by a heap of that size: sorting everything
 * would cost more than the page is worth.
 */
export function best<T>(items: Iterable<T>, count: number, compare: (a: T, b: T) => number): T[] {
    const heap: T[] = [];
    for (const item of items) {
        if (heap.length < count) {
            heap.push(item);
            rise(heap, compare);
        } else if (heap[0] !== undefined && compare(item, heap[0]) < 0) {
            heap[0] = item;
            sink(heap, compare);
        }
    }
    return heap.sort(compare);
}

/** The heap keeps its worst item on top. */
function rise<T>(heap: T[], compare: (a: T, b: T) => number): void {
    let at = heap.length - 1;
    while (at > 0) {
        const parent = (at - 1) >> 1;
        if (compare(heap[at] as T, heap[parent] as T) <= 0) {
            return;
        }
        swap(heap, at, parent);
        at = parent;
    }
}

function sink<T>(heap: T[], compare: (a: T, b: T) => number): void {
    let at = 0;
    for (;;) {
        const left = 2 * at + 1;
        let worst = at;
        for (const child of [left, left + 1]) {
            if (child < heap.length && compare(heap[child] as T, heap[worst] as T) > 0) {
                worst = child;
            }
        }
        if (worst === at) {
            return;
        }
        swap(heap, at, worst);
        at = worst;
    }
}

function swap<T>(heap: T[], a: number, b: number): void {
    const kept = heap[a] as T;
    heap[a] = heap[b] as T;
    heap[b] = kept;
}
