import { execution } from '../../execution.ts';
import { made } from '../../heap/made.ts';
import { systemException } from '../../values/exception.ts';
import { ApexIterator } from '../../values/iterator.ts';
import { ApexList } from '../../values/list.ts';
import { PlatformObject, platformType } from '../../values/objects.ts';
import { platformClass } from '../registry.ts';

const LOCATOR = platformType('Database.QueryLocator');
const CURSOR = platformType('Database.Cursor');

/** Database.QueryLocator: the records of a query, for batch jobs and controllers. */
export class QueryLocator extends PlatformObject {
    readonly $type = LOCATOR;
    /** Not of the heap: the platform reads them from the database as they are taken. */
    readonly #records: ApexList;
    private readonly text: string;

    constructor(records: ApexList, text: string) {
        super();
        this.#records = records;
        this.text = text;
    }

    get records(): ApexList {
        return this.#records;
    }

    getQuery(): string {
        return this.text;
    }

    iterator(): ApexIterator {
        return new ApexIterator(this.records.element, this.records);
    }
}

/** Database.Cursor: parts of a large result, by position. */
export class Cursor extends PlatformObject {
    readonly $type = CURSOR;
    readonly #records: ApexList;

    constructor(records: ApexList) {
        super();
        this.#records = records;
    }

    fetch(position: number, count: number): ApexList {
        execution().limits.use('cursorFetches');
        if (position < 0 || position > this.#records.size() || count < 0) {
            throw systemException(
                'InvalidParameterValueException',
                'Illegal position or count for the cursor'
            );
        }
        const part = this.#records.toArray().slice(position, position + count);
        execution().limits.use('queryRows', part.length);
        return made(new ApexList(this.#records.element, part));
    }

    getNumRecords(): number {
        return this.#records.size();
    }
}

platformClass('Database.QueryLocator', { class: QueryLocator, type: LOCATOR });
platformClass('Database.Cursor', { class: Cursor, type: CURSOR });
