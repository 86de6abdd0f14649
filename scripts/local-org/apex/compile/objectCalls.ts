import type { Call } from '../syntax/ast.ts';
import type { TypeDecl } from '../types/declaration.ts';
import { compiledArguments } from './arguments.ts';
import { missingMethod } from './calls.ts';
import { text } from './names.ts';
import { objectToken } from './schemaParts.ts';
import type { Scope } from './scope.ts';
import { value, type Value } from './value.ts';

/**
 * Static methods of an object: custom settings and custom metadata
 * (https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_custom_settings.htm).
 */
export function objectStaticCall(object: TypeDecl, tree: Call, scope: Scope): Value {
    const args = compiledArguments(tree.args, scope);
    if (/^getSObjectType$/i.test(tree.name) && args.length === 0)
        return objectToken(object.name, scope);
    const method = SETTING_METHODS.get(tree.name.toLowerCase());
    if (!method || args.length > method.arity || !isSettingObject(object.name))
        return missingMethod(tree, tree.name, args, object.type);
    const list = [text(object.name), ...args.map((arg) => arg.js)].join(', ');
    const type = method.isMap
        ? scope.unit.world.generic('Map', [scope.unit.world.named('String'), object.type])
        : object.type;
    return value(`$.customSettings.${method.name}(${list})`, type);
}

interface SettingMethod {
    readonly name: string;
    readonly arity: number;
    readonly isMap?: boolean;
}

const SETTING_METHODS: ReadonlyMap<string, SettingMethod> = new Map([
    ['getinstance', { name: 'getInstance', arity: 1 }],
    ['getorgdefaults', { name: 'getOrgDefaults', arity: 0 }],
    ['getvalues', { name: 'getValues', arity: 1 }],
    ['getall', { name: 'getAll', arity: 0, isMap: true }]
]);

function isSettingObject(name: string): boolean {
    return /__(c|mdt)$/i.test(name);
}
