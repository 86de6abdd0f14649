import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import type { ComponentModule } from '../modules/moduleStore.ts';

interface DesignProperty {
    readonly name: string;
    readonly type: string;
    readonly default: string | null;
}

const LISTS = new Set(['targetConfig', 'property', 'target']);

const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseAttributeValue: false,
    isArray: (name) => LISTS.has(name)
});

interface BundleXml {
    readonly LightningComponentBundle?: {
        readonly targetConfigs?: {
            readonly targetConfig?: readonly {
                readonly targets?: string;
                readonly property?: readonly Readonly<Record<string, string>>[];
            }[];
        };
    };
}

/**
 * Values for a component's public properties on a page of the given target
 * (`lightning__RecordPage`): those of the page, typed as the bundle declares, over its defaults.
 */
export function designValues(
    module: ComponentModule,
    target: string,
    given: Readonly<Record<string, string | readonly string[]>>
): Readonly<Record<string, unknown>> {
    const declared = declaredProperties(module, target);
    const types = new Map(declared.map(({ name, type }) => [name, type]));
    const defaults = declared.flatMap((property) =>
        property.default === null ? [] : [[property.name, property.default]]
    );
    const entries = Object.entries({ ...Object.fromEntries(defaults), ...given });
    return Object.fromEntries(
        entries.map(([name, value]) => [name, typed(value, types.get(name) ?? 'String')])
    );
}

function declaredProperties(module: ComponentModule, target: string): readonly DesignProperty[] {
    const file = join(module.dir, `${module.name}.js-meta.xml`);
    if (!existsSync(file)) return [];
    const xml: BundleXml = parser.parse(readFileSync(file, 'utf8'));
    const configs = xml.LightningComponentBundle?.targetConfigs?.targetConfig ?? [];
    const matching = configs.filter(({ targets }) => (targets ?? '').split(',').includes(target));
    return matching
        .flatMap(({ property }) => property ?? [])
        .map((property) => ({
            name: property['name'] ?? '',
            type: property['type'] ?? 'String',
            default: property['default'] ?? null
        }));
}

function typed(value: unknown, type: string): unknown {
    if (typeof value !== 'string') return value;
    if (type === 'Boolean') return value === 'true';
    return type === 'Integer' ? Number(value) : value;
}
