import { systemException } from '../../values/exception.ts';

interface Level {
    readonly kind: 'object' | 'array';
    count: number;
}

/** How deep a value may nest, before it is taken for one that contains itself. */
const MAX_DEPTH = 500;

/** Writes JSON piece by piece, plain or in the platform's pretty form. */
export class JsonWriter {
    private readonly isPretty: boolean;
    private readonly levels: Level[] = [];
    private output = '';
    private hasName = false;

    constructor(isPretty: boolean) {
        this.isPretty = isPretty;
    }

    startObject(): void {
        this.separate();
        this.output += '{';
        this.enter('object');
    }

    endObject(): void {
        const level = this.leave('object');
        this.output += this.isPretty ? (level.count > 0 ? `${this.lineStart()}}` : ' }') : '}';
    }

    startArray(): void {
        this.separate();
        this.output += '[';
        this.enter('array');
    }

    endArray(): void {
        this.leave('array');
        this.output += this.isPretty ? ' ]' : ']';
    }

    name(name: string): void {
        const level = this.levels.at(-1);
        if (level?.kind !== 'object' || this.hasName) {
            throw systemException('JSONException', 'Can not write a field name, expecting a value');
        }
        this.output += level.count > 0 ? ',' : '';
        level.count += 1;
        this.output += this.isPretty
            ? `${this.lineStart()}${JSON.stringify(name)} : `
            : `${JSON.stringify(name)}:`;
        this.hasName = true;
    }

    /** A scalar, as JSON text. */
    raw(text: string): void {
        this.separate();
        this.output += text;
    }

    text(): string {
        return this.output;
    }

    private separate(): void {
        const level = this.levels.at(-1);
        if (level?.kind === 'object' && !this.hasName) {
            throw systemException('JSONException', 'Can not write value, expecting field name');
        }
        if (level?.kind === 'array') {
            const space = this.isPretty ? ' ' : '';
            this.output += level.count > 0 ? `,${space}` : space;
            level.count += 1;
        }
        this.hasName = false;
    }

    private enter(kind: Level['kind']): void {
        if (this.levels.length >= MAX_DEPTH) {
            throw systemException('JSONException', 'Maximum nesting depth exceeded');
        }
        this.levels.push({ kind, count: 0 });
    }

    private leave(kind: Level['kind']): Level {
        const level = this.levels.pop();
        if (level?.kind !== kind) {
            throw systemException('JSONException', `Current context not an ${kind}`);
        }
        return level;
    }

    /** Only objects indent: arrays stay on their line. */
    private lineStart(): string {
        const depth = this.levels.filter((level) => level.kind === 'object').length;
        return `\n${'  '.repeat(depth)}`;
    }
}
