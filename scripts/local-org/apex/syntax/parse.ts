import {
    ApexErrorListener,
    ApexParserFactory,
    type AnonymousBlockMemberContext,
    type ApexParser,
    type TriggerBlockMemberContext,
    type TriggerCaseContext
} from '@apexdevtools/apex-parser';
import type {
    CompilationUnit,
    Member,
    ParsedSource,
    Script,
    Statement,
    SyntaxProblem,
    TriggerEventName
} from './ast.ts';
import { endLineOf, idText, positionOf, present, type Context } from './contexts.ts';
import { memberOf, typeDeclarationOf } from './declarations.ts';
import { modifiersOf } from './modifiers.ts';
import { statementOf } from './statements.ts';

export type SourceKind = 'class' | 'trigger' | 'anonymous';

class Collector extends ApexErrorListener {
    readonly problems: SyntaxProblem[] = [];
    override apexSyntaxError(line: number, column: number, message: string): void {
        this.problems.push({ line, column: column + 1, message: syntaxMessage(message) });
    }
}

/** The parser's messages in the words of the platform, without its lists of all possible tokens. */
function syntaxMessage(message: string): string {
    const unexpected =
        /^(?:mismatched|extraneous) input '(.*)' expecting|^no viable alternative at input '(.*)'/s.exec(
            message
        );
    const token = unexpected?.[1] ?? unexpected?.[2];
    if (token !== undefined)
        return token === '<EOF>' ? 'Unexpected end of file.' : `Unexpected token '${token}'.`;
    if (/^missing /.test(message)) return `M${message.slice(1)}`;
    return message.replace(/^token recognition error at: /, 'Invalid text: ');
}

const READERS: Readonly<Record<SourceKind, (parser: ApexParser) => () => CompilationUnit>> = {
    class: classUnit,
    trigger: triggerUnit,
    anonymous: anonymousUnit
};

/** Reads one Apex source. A text with syntax errors gives only its problems. */
export function parseSource(source: string, kind: SourceKind): ParsedSource {
    const collector = new Collector();
    const { parser } = ApexParserFactory.createLexerAndParser(source, collector);
    const build = READERS[kind](parser);
    return collector.problems.length > 0
        ? { unit: null, problems: collector.problems }
        : { unit: build(), problems: [] };
}

/** Parsing happens at once, building the tree only when the text had no errors. */
function classUnit(parser: ApexParser): () => CompilationUnit {
    const ctx = parser.compilationUnit().typeDeclaration();
    return () => typeDeclarationOf(ctx, modifiersOf(ctx.modifier_list()));
}

function triggerUnit(parser: ApexParser): () => CompilationUnit {
    const ctx = parser.triggerUnit();
    return () => ({
        kind: 'trigger',
        name: idText(ctx.id(0)),
        objectName: idText(ctx.id(1)),
        events: ctx.triggerCase_list().map(eventOf),
        ...scriptOf(
            ctx,
            ctx.triggerBlock().triggerBlockMember_list(),
            (member: TriggerBlockMemberContext) => present(member.triggerMemberDeclaration())
        )
    });
}

function anonymousUnit(parser: ApexParser): () => CompilationUnit {
    const ctx = parser.anonymousUnit();
    return () => ({
        kind: 'anonymous',
        ...scriptOf(
            ctx,
            ctx.anonymousBlock().anonymousBlockMember_list(),
            (member: AnonymousBlockMemberContext) => present(member.anonymousMemberDeclaration())
        )
    });
}

function eventOf(ctx: TriggerCaseContext): TriggerEventName {
    const time = present(ctx.BEFORE()) ? 'before' : 'after';
    if (present(ctx.INSERT())) return `${time} insert`;
    if (present(ctx.UPDATE())) return `${time} update`;
    return present(ctx.DELETE()) ? `${time} delete` : 'after undelete';
}

type ScriptMember = TriggerBlockMemberContext | AnonymousBlockMemberContext;
type Declared = Parameters<typeof memberOf>[0];

function scriptOf<M extends ScriptMember>(
    ctx: Context,
    contexts: readonly M[],
    declarationOf: (member: M) => Declared | undefined
): Script {
    const members: Member[] = [];
    const statements: Statement[] = [];
    for (const member of contexts) {
        const declaration = declarationOf(member);
        if (declaration) addDeclared(memberOf(declaration, modifiersOf(member.modifier_list())));
        else statements.push(statementOf(member.statement()));
    }
    const at = positionOf(ctx);
    const endLine = endLineOf(ctx);
    return { ...at, members, body: { kind: 'block', ...at, statements, endLine }, endLine };

    /** A field between the statements of a script is a local variable. */
    function addDeclared(declared: Member): void {
        if (declared.kind !== 'field') members.push(declared);
        else statements.push({ ...declared, kind: 'local', isFinal: isFinal(declared) });
    }
}

function isFinal(member: Extract<Member, { kind: 'field' }>): boolean {
    return member.modifiers.words.includes('final');
}
