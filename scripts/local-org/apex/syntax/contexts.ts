import type {
    AnyIdContext,
    ApexToken,
    IdContext,
    QualifiedNameContext,
    TypeListContext,
    TypeRefContext
} from '@apexdevtools/apex-parser';
import type { Position, TypeName } from './ast.ts';

/** What every parser context has. */
export interface Context {
    readonly start: ApexToken;
    readonly stop?: ApexToken | undefined;
    getText(): string;
}

/**
 * The parser's types promise every child; at run time an absent one is null.
 */
export function present<T>(child: T): NonNullable<T> | undefined {
    return child ?? undefined;
}

export function positionOf(ctx: Context): Position {
    return { line: ctx.start.line, column: ctx.start.column + 1 };
}

export function endLineOf(ctx: Context): number {
    return ctx.stop?.line ?? ctx.start.line;
}

export function idText(ctx: IdContext | AnyIdContext): string {
    return ctx.getText();
}

export function qualifiedText(ctx: QualifiedNameContext): string {
    return ctx.id_list().map(idText).join('.');
}

export function qualifiedTypeName(ctx: QualifiedNameContext): TypeName {
    return { ...positionOf(ctx), name: qualifiedText(ctx), args: [] };
}

export function typeNameOf(ctx: TypeRefContext): TypeName {
    const parts = ctx.typeName_list();
    const names = parts.map((part) => present(part.id())?.getText() ?? partKeyword(part.getText()));
    const args = present(parts.at(-1)?.typeArguments());
    const plain: TypeName = {
        ...positionOf(ctx),
        name: names.join('.'),
        args: args ? typeNamesOf(args.typeList()) : []
    };
    const dimensions = present(ctx.arraySubscripts())?.LBRACK_list().length ?? 0;
    return arrayOf(plain, dimensions);
}

export function typeNamesOf(ctx: TypeListContext | null | undefined): TypeName[] {
    return ctx ? ctx.typeRef_list().map(typeNameOf) : [];
}

/** `X[][]` -> `List<List<X>>`. */
export function arrayOf(type: TypeName, dimensions: number): TypeName {
    if (dimensions === 0) return type;
    const list = { line: type.line, column: type.column, name: 'List', args: [type] };
    return arrayOf(list, dimensions - 1);
}

/** `List`, `Set` and `Map` are keywords: their text starts the part. */
function partKeyword(text: string): string {
    return /^\w+/.exec(text)?.[0] ?? text;
}
