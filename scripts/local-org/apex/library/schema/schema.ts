import { execution } from '../../execution.ts';
import { CaseInsensitiveMap } from '../../values/caseInsensitiveMap.ts';
import { ApexList } from '../../values/list.ts';
import { platformType } from '../../values/objects.ts';
import { types } from '../../values/runtimeType.ts';
import { platformClass } from '../registry.ts';
import { describeObject, sobjectToken } from './object.ts';

const SOBJECT_TYPE = platformType('Schema.SObjectType');
const DESCRIBE = platformType('Schema.DescribeSObjectResult');

platformClass('System.Schema', {
    statics: {
        getGlobalDescribe: () =>
            new CaseInsensitiveMap(
                types.String,
                SOBJECT_TYPE,
                execution().org.database.schema.objectNames.map(
                    (name) => [name, sobjectToken(name)] as const
                )
            ),
        describeSObjects: (names: ApexList, _options?: unknown) =>
            new ApexList(
                DESCRIBE,
                names.toArray().map((name) => describeObject(String(name)))
            )
    }
});
