import { bulkItems } from '../http/bulk.ts';
import { ApiError } from '../http/errors.ts';
import { created, noContent, ok, type Context, type Reply, type Route } from '../http/exchange.ts';
import { envelope, flag, idOf, objects, text, type JsonObject } from '../http/json.ts';
import { BOTH, inOrder, paginate, type Order } from '../http/paging.ts';
import { existing, idParam } from '../http/parameters.ts';
import { apiUrl } from '../present/addresses.ts';
import type { PlainRecord } from '../store/records.ts';
import {
    createRow,
    livingRow,
    livingRows,
    plainPage,
    plainRoutes,
    updateRow,
    type PlainSpec
} from './plain/plainResource.ts';

const ITEMS: PlainSpec = {
    table: 'dynamic_content_items',
    path: 'dynamic_content/items',
    singular: 'item',
    plural: 'items',
    attributes: { name: '', default_locale_id: 1, variants: [] },
    required: ['name'],
    unique: 'name',
    operations: ['list', 'show', 'update', 'delete'],
    derived: (context, row) => ({
        placeholder: `{{dc.${identifierOf(row)}}}`,
        outdated: false,
        variants: variantsOf(row).map((variant) => presentVariant(context, row, variant))
    })
};

/** What its placeholder calls an item. */
const identifierOf = (item: PlainRecord): string =>
    String(item['name']).toLowerCase().replace(/\W+/g, '_');

type Variant = JsonObject & { readonly id: number };

const variantsOf = (item: PlainRecord): Variant[] => objects(item['variants']) as Variant[];

const presentVariant = (context: Context, item: PlainRecord, variant: Variant): JsonObject => ({
    url: apiUrl(context, `${ITEMS.path}/${item.id}/variants/${variant.id}`),
    ...variant,
    outdated: false
});

function written(context: Context, values: JsonObject, known: Variant | null): Variant {
    const at = context.account.clock.stamp();
    const content = text(values['content']) ?? text(known?.['content']) ?? '';
    const localeId = idOf(values['locale_id']) ?? idOf(known?.['locale_id']);
    if (content === '' || localeId === null) {
        throw ApiError.invalidField('content', 'Content: cannot be blank', 'BlankValue');
    }
    return {
        id: known?.id ?? context.account.nextId(),
        content,
        locale_id: localeId,
        active: flag(values['active']) ?? flag(known?.['active']) ?? true,
        default: flag(values['default']) ?? flag(known?.['default']) ?? false,
        created_at: known?.['created_at'] ?? at,
        updated_at: at
    };
}

/** `content` alone makes the default variant. */
function create(context: Context): Reply {
    const values = envelope(context.body(), 'item');
    const locale = idOf(values['default_locale_id']) ?? 1;
    const single = { content: values['content'] ?? null, locale_id: locale, default: true };
    const sent = 'variants' in values ? objects(values['variants']) : [single];
    const item = createRow(ITEMS, context, {
        name: text(values['name']) ?? '',
        default_locale_id: locale,
        variants: sent.map((variant) => written(context, variant, null))
    });
    const shown = { url: apiUrl(context, `${ITEMS.path}/${item.id}`), ...item };
    const body = { item: { ...shown, ...ITEMS.derived?.(context, item) } };
    return created(body, apiUrl(context, `${ITEMS.path}/${item.id}`));
}

const BY_ID: Order<Variant> = { name: 'id', key: ({ id }) => id, isDescending: false };

function listVariants(context: Context): Reply {
    const item = livingRow(ITEMS, context);
    const page = paginate(context, inOrder(variantsOf(item), BY_ID), BY_ID, BOTH);
    return ok({
        variants: page.rows.map((variant) => presentVariant(context, item, variant)),
        ...page.envelope
    });
}

const variantNamed = (item: PlainRecord, id: number | null): Variant =>
    existing(variantsOf(item).find((variant) => variant.id === id));

const variantOf = (context: Context, item: PlainRecord): Variant =>
    variantNamed(item, idParam(context, 'variantId'));

/** Stores the item with its variants changed; a new default takes the place of the old one. */
function withVariant(context: Context, item: PlainRecord, variant: Variant): Reply {
    const isNew = variantsOf(item).every(({ id }) => id !== variant.id);
    const others = variantsOf(item).filter(({ id }) => id !== variant.id);
    const kept = variant['default'] === true ? others.map(notDefault) : others;
    const next = updateRow(ITEMS, context, item, { variants: [...kept, variant] });
    const body = { variant: presentVariant(context, next, variant) };
    const address = `${ITEMS.path}/${item.id}/variants/${variant.id}`;
    return isNew ? created(body, apiUrl(context, address)) : ok(body);
}

const notDefault = (variant: Variant): Variant => ({ ...variant, default: false });

function createVariant(context: Context): Reply {
    const variant = written(context, envelope(context.body(), 'variant'), null);
    return withVariant(context, livingRow(ITEMS, context), variant);
}

function updateVariant(context: Context): Reply {
    const item = livingRow(ITEMS, context);
    const known = variantOf(context, item);
    return withVariant(context, item, written(context, envelope(context.body(), 'variant'), known));
}

function removeVariant(context: Context): Reply {
    const item = livingRow(ITEMS, context);
    const { id } = variantOf(context, item);
    updateRow(ITEMS, context, item, { variants: variantsOf(item).filter((row) => row.id !== id) });
    return noContent();
}

/** Several at once, all or nothing; those with an `id` are changed. */
function writeMany(context: Context): JsonObject[] {
    const item = livingRow(ITEMS, context);
    const sent = bulkItems(context, 'variants').map((values) =>
        written(context, values, 'id' in values ? variantNamed(item, idOf(values['id'])) : null)
    );
    const ids = new Set(sent.map(({ id }) => id));
    const others = variantsOf(item).filter(({ id }) => !ids.has(id));
    const hasDefault = sent.some((variant) => variant['default'] === true);
    const kept = hasDefault ? others.map(notDefault) : others;
    updateRow(ITEMS, context, item, { variants: [...kept, ...sent] });
    return sent.map((variant) => presentVariant(context, item, variant));
}

function showMany(context: Context): Reply {
    const wanted = context.query.list('identifiers');
    const rows = livingRows(ITEMS, context).filter((row) => wanted.includes(identifierOf(row)));
    return plainPage(ITEMS, context, rows);
}

const VARIANTS = `/api/v2/${ITEMS.path}/:id/variants`;

export const dynamicContentRoutes: readonly Route[] = [
    ...plainRoutes(ITEMS),
    { method: 'GET', path: `/api/v2/${ITEMS.path}/show_many`, handle: showMany },
    {
        method: 'POST',
        path: `${VARIANTS}/create_many`,
        access: 'admin',
        handle: (context) => created({ variants: writeMany(context) })
    },
    {
        method: 'PUT',
        path: `${VARIANTS}/update_many`,
        access: 'admin',
        handle: (context) => ok({ variants: writeMany(context) })
    },
    { method: 'POST', path: `/api/v2/${ITEMS.path}`, access: 'admin', handle: create },
    { method: 'GET', path: VARIANTS, handle: listVariants },
    { method: 'POST', path: VARIANTS, access: 'admin', handle: createVariant },
    {
        method: 'GET',
        path: `${VARIANTS}/:variantId`,
        handle: (context) => {
            const item = livingRow(ITEMS, context);
            return ok({ variant: presentVariant(context, item, variantOf(context, item)) });
        }
    },
    {
        method: 'PUT',
        path: `${VARIANTS}/:variantId`,
        access: 'admin',
        handle: updateVariant
    },
    {
        method: 'DELETE',
        path: `${VARIANTS}/:variantId`,
        access: 'admin',
        handle: removeVariant
    }
];
