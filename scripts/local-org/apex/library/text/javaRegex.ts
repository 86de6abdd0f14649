import { LINE_ENDS } from './javaRegexClasses.ts';
import { inBothCases, readClass, readClassEscape } from './regexClass.ts';
import { literal, NO_FLAGS, readCharacterEscape, RegexReader } from './regexReader.ts';
import type { RegexFlags } from './regexReader.ts';

/** A Java pattern made into JavaScript. Its groups are named `g1`, `g2`… in Java's counting. */
export interface CompiledRegex {
    readonly source: string;
    readonly groupCount: number;
    /** Named groups and their numbers. */
    readonly names: ReadonlyMap<string, number>;
    /** Flags `d`, `v` and the given ones. */
    regexp(flags: 'g' | 'y'): RegExp;
}

const cache = new Map<string, CompiledRegex>();

/**
 * Translates Java's regular expressions: inline flags, possessive quantifiers, atomic groups, POSIX
 * and Unicode classes, class intersections, quoting. StringException for a malformed pattern.
 */
export function compileJavaRegex(pattern: string): CompiledRegex {
    const known = cache.get(pattern);
    if (known) {
        return known;
    }
    const compiled = new Translator(pattern).compile();
    cache.set(pattern, compiled);
    return compiled;
}

class Translator {
    private readonly reader: RegexReader;
    private readonly names = new Map<string, number>();
    private groupCount = 0;
    private atomicCount = 0;

    constructor(pattern: string) {
        this.reader = new RegexReader(pattern);
    }

    compile(): CompiledRegex {
        const body = this.alternatives(NO_FLAGS);
        if (!this.reader.atEnd) {
            this.reader.fail("Unmatched closing ')'");
        }
        const [source, groupCount, names] = [this.reader.source, this.groupCount, this.names];
        const build = (flags: string): RegExp => this.build(body, flags);
        build('y');
        return { source, groupCount, names, regexp: (flags) => build(flags) };
    }

    private build(body: string, flags: string): RegExp {
        try {
            return new RegExp(body, `dv${flags}`);
        } catch (error) {
            const reason = error instanceof Error ? error.message : String(error);
            return this.reader.fail(reason);
        }
    }

    /** Up to a `)` or the end. A flag group changes what follows it, up to the end of the group. */
    private alternatives(outer: RegexFlags): string {
        let flags = outer;
        let output = '';
        while (!this.reader.atEnd && this.reader.peek() !== ')') {
            if (this.reader.accept('|')) {
                output += '|';
                continue;
            }
            const changed = this.flagGroup(flags);
            if (changed) {
                flags = changed;
                continue;
            }
            output += this.skipComment(flags) ? '' : this.quantified(this.atom(flags));
        }
        return output;
    }

    private skipComment(flags: RegexFlags): boolean {
        if (!flags.comments) {
            return false;
        }
        if (/\s/.test(this.reader.peek())) {
            this.reader.next();
            return true;
        }
        if (this.reader.peek() === '#') {
            this.reader.takeUntil('\n');
            return true;
        }
        return false;
    }

    /** `(?i)`, `(?s-i)`: the flags from here on; null when something else follows. */
    private flagGroup(flags: RegexFlags): RegexFlags | null {
        const found = /^\(\?([idmsuxU]*)(?:-([idmsuxU]+))?\)/.exec(this.ahead());
        if (!found || found[0] === '(?)') {
            return null;
        }
        this.reader.accept(found[0]);
        return withFlags(flags, found[1] ?? '', found[2] ?? '');
    }

    private atom(flags: RegexFlags): string {
        const point = this.reader.next();
        switch (point) {
            case '(':
                return this.group(flags);
            case '[':
                return readClass(this.reader, flags.ignoreCase);
            case '\\':
                return this.escape(flags);
            case '.':
                return flags.dotAll ? '[\\s\\S]' : `[^${LINE_ENDS}]`;
            case '^':
                return flags.multiline ? `(?:^|(?<=[${LINE_ENDS}])(?!$))` : '^';
            case '$':
                return flags.multiline ? `(?=[${LINE_ENDS}]|$)` : lastLineEnd();
            case '*':
            case '+':
            case '?':
                return this.reader.fail(`Dangling meta character '${point}'`);
            default:
                return character(point, flags);
        }
    }

    private group(flags: RegexFlags): string {
        const { reader } = this;
        if (!reader.accept('?')) {
            return this.capture(flags, null);
        }
        if (reader.accept('>')) {
            return this.atomic(this.closed(this.alternatives(flags)));
        }
        const assertion = [':', '=', '!', '<=', '<!'].find((text) => reader.accept(text));
        if (assertion) {
            return `(?${assertion}${this.closed(this.alternatives(flags))})`;
        }
        if (reader.accept('<')) {
            return this.capture(flags, reader.takeUntil('>'));
        }
        return this.scopedFlags(flags);
    }

    private capture(flags: RegexFlags, name: string | null): string {
        this.groupCount += 1;
        const number = this.groupCount;
        if (name !== null) {
            this.names.set(name, number);
        }
        return `(?<g${number}>${this.closed(this.alternatives(flags))})`;
    }

    private scopedFlags(flags: RegexFlags): string {
        const on = this.reader.takeWhile((point) => /[idmsuxU]/.test(point));
        const off = this.reader.accept('-')
            ? this.reader.takeWhile((point) => /[idmsuxU]/.test(point))
            : '';
        this.reader.expect(':', 'Unknown inline modifier');
        return `(?:${this.closed(this.alternatives(withFlags(flags, on, off)))})`;
    }

    private closed(body: string): string {
        this.reader.expect(')', 'Unclosed group');
        return body;
    }

    /** JavaScript has no atomic groups: a look-ahead never backtracks, and is then consumed. */
    private atomic(body: string): string {
        this.atomicCount += 1;
        return `(?=(?<a${this.atomicCount}>${body}))\\k<a${this.atomicCount}>`;
    }

    private quantified(atom: string): string {
        const found = /^(?:[*+?]|\{\d+(?:,\d*)?\})/.exec(this.ahead())?.[0];
        if (found === undefined) {
            return atom;
        }
        this.reader.accept(found);
        const repeated = `(?:${atom})${found}`;
        if (this.reader.accept('+')) {
            return this.atomic(repeated);
        }
        return this.reader.accept('?') ? `${repeated}?` : repeated;
    }

    private escape(flags: RegexFlags): string {
        const { reader } = this;
        if (reader.accept('Q')) {
            const quoted = [...reader.takeUntil('\\E')].map((point) => character(point, flags));
            return `(?:${quoted.join('')})`;
        }
        if (/[1-9]/.test(reader.peek())) {
            return this.backReference();
        }
        if (reader.accept('k<')) {
            return `\\k<g${this.names.get(reader.takeUntil('>')) ?? reader.fail('Unknown group')}>`;
        }
        return boundary(reader) ?? this.escapedCharacter(flags);
    }

    /** As many digits as there are groups for. */
    private backReference(): string {
        let number = Number(this.reader.next());
        while (/\d/.test(this.reader.peek())) {
            const longer = number * 10 + Number(this.reader.peek());
            if (longer > this.groupCount) {
                break;
            }
            this.reader.next();
            number = longer;
        }
        return number <= this.groupCount ? `\\k<g${number}>` : '(?!)';
    }

    private escapedCharacter(flags: RegexFlags): string {
        if (this.reader.atEnd) {
            this.reader.fail('Unexpected internal error');
        }
        const point = readCharacterEscape(this.reader);
        return point === null ? `[${readClassEscape(this.reader)}]` : character(point, flags);
    }

    private ahead(): string {
        return Array.from({ length: 24 }, (_, index) => this.reader.peek(index)).join('');
    }
}

function boundary(reader: RegexReader): string | null {
    const letter = reader.peek();
    const anchors: Readonly<Record<string, string>> = {
        b: '\\b',
        B: '\\B',
        A: '^',
        z: '$',
        Z: lastLineEnd(),
        R: '(?:\\r\\n|[\\n\\x0B\\f\\r\\x85\\u2028\\u2029])'
    };
    const anchor = anchors[letter];
    if (anchor === undefined) {
        return null;
    }
    reader.next();
    return anchor;
}

/** Java's `$` also stands before a line end that ends the text. */
function lastLineEnd(): string {
    return `(?=(?:\\r\\n|[${LINE_ENDS}])?$)`;
}

function character(point: string, flags: RegexFlags): string {
    return flags.ignoreCase && /^[a-zA-Z]$/.test(point)
        ? `[${inBothCases(point, true)}]`
        : literal(point);
}

function withFlags(flags: RegexFlags, on: string, off: string): RegexFlags {
    const value = (letter: string, before: boolean): boolean =>
        off.includes(letter) ? false : before || on.includes(letter);
    return {
        ignoreCase: value('i', flags.ignoreCase),
        multiline: value('m', flags.multiline),
        dotAll: value('s', flags.dotAll),
        comments: value('x', flags.comments)
    };
}
