import { bindLibrary } from '../values/lateBound.ts';
import { DatabaseError } from './database/results.ts';
import { platformConstant } from './platform/enums.ts';
import { fieldToken } from './schema/field.ts';
import { sobjectToken } from './schema/object.ts';
import { instantiate } from './system/type.ts';

bindLibrary({
    sobjectType: sobjectToken,
    sobjectField: fieldToken,
    statusCode: (name) => platformConstant('System.StatusCode', name),
    databaseError: (error) => new DatabaseError(error),
    instantiate
});
