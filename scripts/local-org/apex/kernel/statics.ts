import { currentExecution, type Execution } from '../execution.ts';

/** The static side of a generated class. */
export interface StaticSide {
    /** Fresh storage, all null. */
    $statics(): object;
    /** Runs field initialisers and static blocks in the order of the source. */
    $initialize(): void;
}

/** For code outside of any transaction: tools that only look at a class. */
const outside = new Map<string, unknown>();

/**
 * The static variables of one class. They live as long as the transaction: the first use in a
 * transaction makes them anew and runs the static initialisers.
 */
export class Statics {
    private readonly name: string;
    private readonly load: (name: string) => StaticSide;
    private execution: Execution | null | undefined = undefined;
    private state: object = {};

    constructor(name: string, load: (name: string) => StaticSide) {
        this.name = name;
        this.load = load;
    }

    now(): object {
        const current = currentExecution();
        return current === this.execution ? this.state : this.enter(current);
    }

    private enter(current: Execution | null): object {
        const all = current?.statics ?? outside;
        const known = all.get(this.name) as object | undefined;
        if (known) return this.keep(current, known);
        const side = this.load(this.name);
        const state = side.$statics();
        all.set(this.name, state);
        this.keep(current, state);
        this.initialize(side, all);
        // An initialiser may have run another transaction, which took this holder over.
        return this.keep(current, state);
    }

    private keep(current: Execution | null, state: object): object {
        this.execution = current;
        this.state = state;
        return state;
    }

    /** A class whose initialiser fails is tried again at its next use. */
    private initialize(side: StaticSide, all: Map<string, unknown>): void {
        try {
            side.$initialize();
        } catch (error) {
            all.delete(this.name);
            this.execution = undefined;
            throw error;
        }
    }
}
