import type { LiteralContext, WhenLiteralContext } from '@apexdevtools/apex-parser';
import type { Expression, Literal, LiteralType, Position } from './ast.ts';
import { positionOf, present, qualifiedText } from './contexts.ts';

const ESCAPES: Readonly<Record<string, string>> = {
    n: '\n',
    t: '\t',
    r: '\r',
    b: '\b',
    f: '\f',
    '"': '"',
    "'": "'",
    '\\': '\\'
};

export function literalOf(ctx: LiteralContext): Literal {
    const at = positionOf(ctx);
    const text = ctx.getText();
    if (present(ctx.IntegerLiteral())) return literal(at, 'Integer', text);
    if (present(ctx.LongLiteral())) return literal(at, 'Long', text.slice(0, -1));
    if (present(ctx.NumberLiteral())) return numberLiteral(at, text);
    if (present(ctx.BooleanLiteral())) return literal(at, 'Boolean', /^true$/i.test(text));
    if (present(ctx.NULL())) return literal(at, 'null', null);
    return literal(at, 'String', stringValue(text));
}

function literal(at: Position, type: LiteralType, value: string | boolean | null): Literal {
    return { kind: 'literal', ...at, type, value };
}

/** `1.5` is a Decimal, `1.5d` a Double. */
function numberLiteral(at: Position, text: string): Literal {
    return /d$/i.test(text)
        ? literal(at, 'Double', text.slice(0, -1))
        : literal(at, 'Decimal', text);
}

/** The text between the quotes, escapes resolved; `'''` strings lose their first line break. */
export function stringValue(text: string): string {
    if (text.length >= 6 && text.startsWith("'''")) {
        return unescape(text.slice(3, -3).replace(/^[ \t]*\r?\n/, ''));
    }
    return unescape(text.slice(1, -1));
}

function unescape(text: string): string {
    return text.replace(/\\(u[0-9a-fA-F]{4}|[\s\S])/g, (whole, code: string) =>
        code.length === 5
            ? String.fromCharCode(Number.parseInt(code.slice(1), 16))
            : (ESCAPES[code.toLowerCase()] ?? ESCAPES[code] ?? whole)
    );
}

/** A value of `when`: a literal (with signs), or the name of an enum constant. */
export function whenLiteralOf(ctx: WhenLiteralContext): Expression {
    const inner = present(ctx.whenLiteral());
    if (inner) return whenLiteralOf(inner);
    const at = positionOf(ctx);
    const name = present(ctx.qualifiedName());
    if (name) return { kind: 'name', ...at, name: qualifiedText(name) };
    const sign = ctx.SUB_list().length % 2 === 1 ? '-' : '';
    const integer = present(ctx.IntegerLiteral());
    if (integer) return literal(at, 'Integer', sign + integer.getText());
    const long = present(ctx.LongLiteral());
    if (long) return literal(at, 'Long', sign + long.getText().slice(0, -1));
    if (present(ctx.NULL())) return literal(at, 'null', null);
    return literal(at, 'String', stringValue(ctx.getText()));
}
