import { systemException } from '../../values/exception.ts';
import { PlatformObject, platformType } from '../../values/objects.ts';
import { types } from '../../values/runtimeType.ts';
import { ApexList } from '../../values/list.ts';
import { platformClass } from '../registry.ts';
import { compileJavaRegex } from './javaRegex.ts';
import type { CompiledRegex } from './javaRegex.ts';
import { parseReplacement } from './replacement.ts';
import { splitByRegex } from './split.ts';

const PATTERN = platformType('System.Pattern');
const MATCHER = platformType('System.Matcher');

/** The whole region, its start, or anywhere in it. */
type MatchMode = 'whole' | 'prefix' | 'search';

/** System.Pattern. */
export class Pattern extends PlatformObject {
    readonly $type = PATTERN;
    readonly compiled: CompiledRegex;

    constructor(compiled: CompiledRegex) {
        super();
        this.compiled = compiled;
    }

    pattern(): string {
        return this.compiled.source;
    }

    matcher(input: string): Matcher {
        return new Matcher(this, input);
    }

    split(input: string, limit = 0): ApexList {
        return new ApexList(types.String, splitByRegex(input, this.compiled, limit));
    }

    override toString(): string {
        return this.compiled.source;
    }
}

/** System.Matcher: java.util.regex.Matcher over a JavaScript regular expression. */
export class Matcher extends PlatformObject {
    readonly $type = MATCHER;
    private expression: Pattern;
    private input: string;
    private from = 0;
    private to: number;
    private found: RegExpExecArray | null = null;
    private offset = 0;
    private searchFrom = 0;
    private anchoring = true;
    private transparent = false;
    private touchedEnd = false;

    constructor(pattern: Pattern, input: string) {
        super();
        this.expression = pattern;
        this.input = input;
        this.to = input.length;
    }

    /** The whole region must match. */
    matches(): boolean {
        return this.attempt('whole', this.from);
    }

    /** A match must start at the region's start. */
    lookingAt(): boolean {
        return this.attempt('prefix', this.from);
    }

    /** The next match, or the first from a position (which resets the matcher). */
    find(start?: number): boolean {
        if (start !== undefined) {
            if (start < 0 || start > this.input.length) {
                throw systemException('StringException', 'Illegal start index');
            }
            this.reset();
            this.searchFrom = start;
        }
        return this.searchFrom <= this.to && this.attempt('search', this.searchFrom);
    }

    group(index = 0): string | null {
        const match = this.required();
        this.checkGroup(index);
        return (index === 0 ? match[0] : match.groups?.[`g${index}`]) ?? null;
    }

    start(index = 0): number {
        return this.range(index)[0];
    }

    end(index = 0): number {
        return this.range(index)[1];
    }

    groupCount(): number {
        return this.expression.compiled.groupCount;
    }

    replaceAll(replacement: string): string {
        return this.replace(replacement, Infinity);
    }

    replaceFirst(replacement: string): string {
        return this.replace(replacement, 1);
    }

    reset(input?: string): this {
        this.input = input ?? this.input;
        this.from = 0;
        this.to = this.input.length;
        this.searchFrom = 0;
        this.found = null;
        return this;
    }

    region(start: number, end: number): this {
        if (start < 0 || end > this.input.length || start > end) {
            throw systemException('StringException', 'start');
        }
        this.reset();
        this.from = start;
        this.to = end;
        this.searchFrom = start;
        return this;
    }

    regionStart(): number {
        return this.from;
    }

    regionEnd(): number {
        return this.to;
    }

    pattern(): Pattern {
        return this.expression;
    }

    usePattern(pattern: Pattern): this {
        this.expression = pattern;
        this.found = null;
        return this;
    }

    hasAnchoringBounds(): boolean {
        return this.anchoring;
    }

    useAnchoringBounds(isOn: boolean): this {
        this.anchoring = isOn;
        return this;
    }

    hasTransparentBounds(): boolean {
        return this.transparent;
    }

    useTransparentBounds(isOn: boolean): this {
        this.transparent = isOn;
        return this;
    }

    /** Whether the last match looked at the end of the input. */
    hitEnd(): boolean {
        return this.touchedEnd;
    }

    override toString(): string {
        const last = this.found ? (this.group() ?? '') : '';
        return (
            `java.util.regex.Matcher[pattern=${this.expression.pattern()} ` +
            `region=${this.from},${this.to} lastmatch=${last}]`
        );
    }

    /**
     * Runs the expression on the region. With anchoring, opaque bounds (the default) the region is
     * all that the expression sees; otherwise it sees the text around it too.
     */
    private attempt(mode: MatchMode, start: number): boolean {
        const seesAround = !this.anchoring || this.transparent;
        this.offset = seesAround ? 0 : this.from;
        const regexp = expressionFor(mode, this.expression.compiled);
        regexp.lastIndex = start - this.offset;
        this.found = regexp.exec(this.input.slice(this.offset, this.to));
        this.touchedEnd = !this.found || this.endOf(this.found) === this.to;
        this.searchFrom = this.found ? this.afterMatch(this.found) : this.to + 1;
        return this.found !== null;
    }

    private afterMatch(match: RegExpExecArray): number {
        const end = this.endOf(match);
        return match[0] === '' ? end + 1 : end;
    }

    private endOf(match: RegExpExecArray): number {
        return this.offset + match.index + match[0].length;
    }

    private range(index: number): readonly [number, number] {
        const match = this.required();
        this.checkGroup(index);
        const range = index === 0 ? match.indices?.[0] : match.indices?.groups?.[`g${index}`];
        return range ? [range[0] + this.offset, range[1] + this.offset] : [-1, -1];
    }

    private replace(replacement: string, limit: number): string {
        this.reset();
        const parts = parseReplacement(replacement, this.groupCount());
        let output = '';
        let last = 0;
        for (let count = 0; count < limit && this.find(); count += 1) {
            output += this.input.slice(last, this.start());
            output += parts.map((part) => this.expand(part)).join('');
            last = this.end();
        }
        return output + this.input.slice(last);
    }

    private expand(part: ReturnType<typeof parseReplacement>[number]): string {
        if (part.kind === 'text') {
            return part.text;
        }
        const number =
            typeof part.group === 'number'
                ? part.group
                : this.expression.compiled.names.get(part.group);
        if (number === undefined) {
            throw systemException('StringException', `No group with name {${part.group}}`);
        }
        return this.group(number) ?? '';
    }

    private required(): RegExpExecArray {
        if (!this.found) {
            throw systemException('StringException', 'No match found');
        }
        return this.found;
    }

    private checkGroup(index: number): void {
        if (index < 0 || index > this.groupCount()) {
            throw systemException('StringException', `No group ${index}`);
        }
    }
}

function expressionFor(mode: MatchMode, compiled: CompiledRegex): RegExp {
    switch (mode) {
        case 'whole': {
            const { source, flags } = compiled.regexp('y');
            return new RegExp(`(?:${source})$`, flags);
        }
        case 'prefix':
            return compiled.regexp('y');
        case 'search':
            return compiled.regexp('g');
    }
}

platformClass('System.Pattern', {
    class: Pattern,
    type: PATTERN,
    statics: {
        compile: (pattern: string) => new Pattern(compileJavaRegex(pattern)),
        matches: (pattern: string, input: string) =>
            new Matcher(new Pattern(compileJavaRegex(pattern)), input).matches(),
        quote: (text: string) => `\\Q${text.replaceAll('\\E', '\\E\\\\E\\Q')}\\E`
    }
});

platformClass('System.Matcher', {
    class: Matcher,
    type: MATCHER,
    statics: { quoteReplacement: (text: string) => text.replace(/[\\$]/g, '\\$&') }
});
