import { currentSchema } from '../../values/fields.ts';
import { requireId } from '../../values/elements.ts';
import { normaliseId } from '../../values/ids.ts';
import { library } from '../../values/lateBound.ts';
import { systemException } from '../../values/exception.ts';
import { types } from '../../values/runtimeType.ts';
import { stringHash } from '../../values/equality.ts';
import { platformClass } from '../registry.ts';
import { refusingNull } from './arguments.ts';

function sobjectTypeOf(id: string): unknown {
    const object = currentSchema()?.objectOfId(id);
    if (!object) {
        throw systemException('SObjectException', `Cannot locate Apex Type for ID: ${id}`);
    }
    return library().sobjectType(object.name);
}

platformClass('System.Id', {
    type: types.Id,
    methods: {
        getSObjectType: sobjectTypeOf,
        getSobjectType: sobjectTypeOf,
        to15: (id: string) => id.slice(0, 15),
        equals: (id: string, other: unknown) =>
            typeof other === 'string' && normaliseId(other) === normaliseId(id),
        hashCode: (id: string) => stringHash(id),
        toString: (id: string) => id
    },
    statics: {
        ...refusingNull({ valueOf: (text: string, _restoreCasing?: boolean) => requireId(text) })
    }
});
