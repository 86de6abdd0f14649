import { platformType as signatureOf } from '../../signatures/platform.ts';
import type { MethodSignature, PlatformType } from '../../signatures/platform.ts';
import { findPlatformClass, onUnknownClass } from '../registry.ts';
import { beanClass } from './beans.ts';

/** What every object has, without work of its own. */
const COMMON = new Set(['clone', 'equals', 'hashcode', 'tostring']);

/**
 * Classes of the platform that hold data and do nothing (the inputs and outputs of ConnectApi,
 * Metadata, Process and the like) need no code: they are made from their signatures when they are
 * first asked for. A class with a method that does something is never made so.
 */
onUnknownClass((name) => {
    const signature = signatureOf(name);
    if (signature && isDataClass(signature)) {
        const parent = signature.superclass;
        if (parent === null || parent === 'Object' || findPlatformClass(parent) !== undefined) {
            beanClass(signature.name, {}, signature.constructors);
        }
    }
});

function isDataClass({ kind, fields, methods }: PlatformType): boolean {
    return (
        (kind === 'class' || kind === 'abstract') &&
        fields.length > 0 &&
        fields.every(({ isStatic }) => !isStatic) &&
        methods.every((method) => isPlain(method, fields))
    );
}

/** A getter or setter of one of the fields. */
function isPlain(method: MethodSignature, fields: PlatformType['fields']): boolean {
    if (method.isStatic) {
        return false;
    }
    const property = /^(?:get|is|set)(\w+)$/.exec(method.name)?.[1]?.toLowerCase();
    return (
        COMMON.has(method.name.toLowerCase()) ||
        fields.some(({ name }) => name.toLowerCase() === property)
    );
}
