import type {
    AnnotationContext,
    ElementValueContext,
    ModifierContext
} from '@apexdevtools/apex-parser';
import type { Annotation, Modifiers } from './ast.ts';
import { idText, positionOf, present } from './contexts.ts';
import { literalOf } from './literals.ts';

export function modifiersOf(contexts: readonly ModifierContext[]): Modifiers {
    const words: string[] = [];
    const annotations: Annotation[] = [];
    for (const ctx of contexts) {
        const annotation = present(ctx.annotation());
        if (annotation) annotations.push(annotationOf(annotation));
        else words.push(wordOf(ctx));
    }
    return { words, annotations };
}

function wordOf(ctx: ModifierContext): string {
    return ctx
        .getText()
        .toLowerCase()
        .replace(/sharing$/, ' sharing');
}

function annotationOf(ctx: AnnotationContext): Annotation {
    const pairs = present(ctx.elementValuePairs())?.elementValuePair_list() ?? [];
    const lone = present(ctx.elementValue());
    const values: Record<string, string | boolean | null> = {};
    if (lone) values['value'] = valueOf(lone);
    for (const pair of pairs)
        values[pair.id().getText().toLowerCase()] = valueOf(pair.elementValue());
    return { ...positionOf(ctx), name: idText(ctx.id()).toLowerCase(), values };
}

function valueOf(ctx: ElementValueContext): string | boolean | null {
    return literalOf(ctx.literal()).value;
}
