import type { FieldInfo } from '../types/declaration.ts';
import { isUserDecl, type UserDecl } from '../types/userDecl.ts';
import { isException } from './creations.ts';
import { backingName, classTag, fieldName } from './names.ts';
import type { UnitContext } from './unitContext.ts';

/** Where a field's value is kept. */
function storage(field: FieldInfo): string {
    return field.isAccessor ? backingName(field.name) : fieldName(field);
}

/** The JavaScript constructor: it makes an instance with every field null and runs nothing. */
export function allocation(decl: UserDecl, unit: UnitContext): string {
    const nulls = decl
        .fields()
        .filter((field) => !field.isStatic)
        .map((field) => `this.${storage(field)} = null;`)
        .join(' ');
    if (!isException(decl.type)) return `constructor() { super(); ${nulls} } `;
    const type = unit.typeRef(decl.type);
    return `constructor(type) { super(type ?? ${type}); ${nulls} } ${standardConstructor(decl)}`;
}

/** The four constructors that every exception has, as one. */
function standardConstructor(decl: UserDecl): string {
    const base = isUserDecl(decl.superclass()?.decl)
        ? 'super.$standard(...args)'
        : '$.initException(this, ...args)';
    return `$standard(...args) { ${base}; this.$fields$${classTag(decl)}(); return this; } `;
}

/** Fresh static storage, and the initialisers in the order of the source. */
export function staticSide(decl: UserDecl, steps: readonly string[]): string {
    const state = decl
        .fields()
        .filter((field) => field.isStatic)
        .map((field) => `${storage(field)}: null`)
        .join(', ');
    const calls = steps.map((name) => `${classTag(decl)}.${name}();`).join(' ');
    return `static $statics() { return {${state}}; } static $initialize() { ${calls} } `;
}
