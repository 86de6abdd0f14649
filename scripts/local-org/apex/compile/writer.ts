/**
 * Generated text whose lines are those of the Apex source: what starts at a line of the source is
 * written on the same line, so that stack traces and breakpoints need no map.
 */
export class Writer {
    private readonly parts: string[] = [];
    private line = 1;

    /** Goes down to a line; does nothing when the text is already there or further. */
    at(line: number): this {
        if (line > this.line) {
            this.parts.push('\n'.repeat(line - this.line));
            this.line = line;
        }
        return this;
    }

    /** Text without line breaks. */
    write(text: string): this {
        this.parts.push(text);
        return this;
    }

    /** Leaves a place for text that is known only after what follows it. */
    gap(): (text: string) => void {
        const at = this.parts.push('') - 1;
        return (text) => void (this.parts[at] = text);
    }

    /** A place to go back to when what follows turns out not to compile. */
    mark(): { readonly parts: number; readonly line: number } {
        return { parts: this.parts.length, line: this.line };
    }

    rollBack(mark: { readonly parts: number; readonly line: number }): void {
        this.parts.length = mark.parts;
        this.line = mark.line;
    }

    toString(): string {
        return this.parts.join('');
    }
}
