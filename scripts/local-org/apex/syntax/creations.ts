import type {
    CreatedNameContext,
    CreatorContext,
    ExpressionContext
} from '@apexdevtools/apex-parser';
import type { Expression, Position, TypeName } from './ast.ts';
import { arrayOf, idText, positionOf, present, typeNamesOf } from './contexts.ts';

type Read = (ctx: ExpressionContext) => Expression;

/** What follows `new`; `read` reads the expressions inside. */
export function creationOf(ctx: CreatorContext, at: Position, read: Read): Expression {
    const type = createdType(ctx.createdName());
    const construction = present(ctx.classCreatorRest());
    if (construction) {
        const list = present(construction.arguments().expressionList());
        return { kind: 'new', ...at, type, args: list?.expression_list().map(read) ?? [] };
    }
    return arrayOrElements(ctx, at, type, read);
}

function arrayOrElements(
    ctx: CreatorContext,
    at: Position,
    type: TypeName,
    read: Read
): Expression {
    const array = present(ctx.arrayCreatorRest());
    if (array) {
        const size = present(array.expression());
        const list = arrayOf(type, 1);
        if (size) return { kind: 'newArray', ...at, type: list, size: read(size) };
        const initial = present(array.arrayInitializer())?.expression_list() ?? [];
        return { kind: 'newElements', ...at, type: list, elements: initial.map(read) };
    }
    const map = present(ctx.mapCreatorRest());
    if (map) return { kind: 'newMap', ...at, type, entries: entriesOf(map, read) };
    const elements = present(ctx.setCreatorRest())?.expression_list() ?? [];
    return { kind: 'newElements', ...at, type, elements: elements.map(read) };
}

type MapRest = NonNullable<ReturnType<CreatorContext['mapCreatorRest']>>;

function entriesOf(ctx: MapRest, read: Read): { key: Expression; value: Expression }[] {
    return ctx.mapCreatorRestPair_list().map((pair) => ({
        key: read(pair.expression(0)),
        value: read(pair.expression(1))
    }));
}

function createdType(ctx: CreatedNameContext): TypeName {
    const parts = ctx.idCreatedNamePair_list();
    return {
        ...positionOf(ctx),
        name: parts.map((part) => idText(part.anyId())).join('.'),
        args: typeNamesOf(present(parts.at(-1)?.typeList()))
    };
}
