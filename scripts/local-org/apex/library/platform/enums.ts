import { platformType, platformTypeNames } from '../../signatures/platform.ts';
import { ApexList } from '../../values/list.ts';
import { enumConstant, enumType } from '../../values/objects.ts';
import type { EnumConstant, RuntimeType } from '../../values/runtimeType.ts';
import { UnsupportedFeatureError } from '../../values/exception.ts';
import { platformClass } from '../registry.ts';

const enums = new Map<string, RuntimeType>();

/** Every enum of the platform, with `values()` and `valueOf()`. */
export function registerEnums(): void {
    for (const name of platformTypeNames()) {
        const signature = platformType(name);
        if (signature?.kind === 'enum') {
            registerEnum(signature.name, signature.constants);
        }
    }
}

function registerEnum(name: string, constants: readonly string[]): void {
    const type = enumType(name, constants);
    enums.set(name.toLowerCase(), type);
    const byName = (type.constants ?? []).map((constant) => [constant.name(), constant] as const);
    platformClass(name, {
        type,
        statics: {
            ...Object.fromEntries(byName),
            values: () => new ApexList(type, type.constants),
            valueOf: (text: string | null) => enumConstant(type, text)
        }
    });
}

export function platformEnum(name: string): RuntimeType {
    const type = enums.get(name.toLowerCase());
    if (!type) {
        throw new UnsupportedFeatureError(name);
    }
    return type;
}

/** A constant of a platform enum, e.g. `('System.StatusCode', 'DUPLICATE_VALUE')`. */
export function platformConstant(enumName: string, constant: string): EnumConstant {
    return enumConstant(platformEnum(enumName), constant);
}

registerEnums();
