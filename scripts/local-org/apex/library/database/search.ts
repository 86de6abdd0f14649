import { parseSosl } from '../../../data/soql/parse.ts';
import type { ApexList } from '../../values/list.ts';
import { nullPointer } from '../../values/exception.ts';
import { platformClass } from '../registry.ts';
import { modeOf } from './access.ts';
import { callerScope } from './binds.ts';
import { asQueryException, runSearch } from './query.ts';

/** Dynamic SOSL. */
function query(text: string | null, level?: unknown): ApexList {
    if (text === null) {
        throw nullPointer();
    }
    const parsed = asQueryException(() => parseSosl(text));
    return runSearch(parsed, callerScope(), modeOf(level));
}

platformClass('System.Search', { statics: { query } });
