import { platformType as signatureOf } from '../../signatures/platform.ts';
import { PlatformObject, platformType } from '../../values/objects.ts';
import type { RuntimeType } from '../../values/runtimeType.ts';
import { platformClass } from '../registry.ts';

/** An instance of a platform class that only holds data. */
export class Bean extends PlatformObject {
    readonly $type: RuntimeType;
    private readonly held = new Map<string, unknown>();

    constructor(type: RuntimeType) {
        super();
        this.$type = type;
    }

    /** The value of a property; null until it is set. Names ignore case. */
    value(name: string): unknown {
        return this.held.get(name.toLowerCase()) ?? null;
    }

    setValue(name: string, value: unknown): void {
        this.held.set(name.toLowerCase(), value);
    }

    /** Another one with the same values. */
    copy(): Bean {
        const copy = Object.create(Object.getPrototypeOf(this) as object) as Bean;
        return Object.assign(copy, { $type: this.$type, held: new Map(this.held) });
    }
}

/** The value of a property, even of one that is itself called `value`. */
export function readBean(bean: Bean, name: string): unknown {
    return Bean.prototype.value.call(bean, name);
}

export function writeBean(bean: Bean, name: string, value: unknown): void {
    Bean.prototype.setValue.call(bean, name, value);
}

/**
 * Registers a platform class of plain data: its properties, getters (`getX`, `isX`) and setters are
 * those of its signature and its parents'. A constructor with arguments fills the class's fields in
 * their order.
 */
export function beanClass(
    name: string,
    initial: Readonly<Record<string, unknown>> = {},
    constructors: readonly (readonly string[])[] = [[]]
): RuntimeType {
    const type = platformType(name, parentTypes(name));
    class Data extends Bean {}
    for (const ancestor of lineage(name).reverse()) {
        defineMembers(Data.prototype, ancestor);
    }
    const fields = signatureOf(name)?.fields ?? [];
    const create = (...args: readonly unknown[]): Bean => {
        const bean = new Data(type);
        Object.entries(initial).forEach(([property, value]) => bean.setValue(property, value));
        args.forEach((value, at) => writeBean(bean, fields[at]?.name ?? '', value));
        return bean;
    };
    const construct = constructors.length > 0 ? { construct: create } : {};
    platformClass(name, { class: Data, type, ...construct });
    return type;
}

function defineMembers(prototype: object, name: string): void {
    const signature = signatureOf(name);
    for (const field of signature?.fields ?? []) {
        Object.defineProperty(prototype, field.name, {
            configurable: true,
            get(this: Bean) {
                return readBean(this, field.name);
            },
            set(this: Bean, value: unknown) {
                writeBean(this, field.name, value);
            }
        });
    }
    for (const method of signature?.methods ?? []) {
        if (method.name === 'clone') {
            Object.defineProperty(prototype, 'clone', { configurable: true, value: copyOf });
        }
        const property = /^(?:get|is|set)(\w+)$/.exec(method.name)?.[1];
        if (property !== undefined && !method.isStatic) {
            Object.defineProperty(prototype, method.name, {
                configurable: true,
                value: accessor(method.name, property)
            });
        }
    }
}

function copyOf(this: Bean): Bean {
    return this.copy();
}

function accessor(method: string, property: string): (this: Bean, value?: unknown) => unknown {
    return method.startsWith('set')
        ? function set(this: Bean, value?: unknown) {
              this.setValue(property, value ?? null);
          }
        : function get(this: Bean) {
              return this.value(property);
          };
}

function lineage(name: string): string[] {
    const parent = signatureOf(name)?.superclass ?? null;
    return parent === null || parent === 'Object' ? [name] : [name, ...lineage(parent)];
}

function parentTypes(name: string): RuntimeType[] {
    const [, parent] = lineage(name);
    return parent === undefined ? [] : [platformType(parent)];
}
