import { ApexList } from '../../values/list.ts';
import { PlatformObject, platformType } from '../../values/objects.ts';
import { ApexSObject } from '../../values/sobject.ts';
import { systemException } from '../../values/exception.ts';
import { dmlStatement } from '../database/dml.ts';
import { QueryLocator } from '../database/locator.ts';
import { platformClass } from '../registry.ts';
import { PageReference } from './pageReference.ts';

const CONTROLLER = platformType('ApexPages.StandardSetController');
/** Of a page, unless it is set (Apex Reference, StandardSetController). */
const PAGE_SIZE = 20;
/** A set holds no more records. */
const MAX_RECORDS = 10_000;

/** ApexPages.StandardSetController over records, page by page. */
export class StandardSetController extends PlatformObject {
    readonly $type = CONTROLLER;
    private readonly all: ApexList;
    private readonly prototypeRecord: ApexSObject;
    private selected: ApexList;
    private pageSize = PAGE_SIZE;
    private page = 1;

    constructor(source: ApexList | QueryLocator) {
        super();
        const records = source instanceof QueryLocator ? source.records : source;
        this.all = new ApexList(records.element, records.toArray().slice(0, MAX_RECORDS));
        this.prototypeRecord = new ApexSObject(records.element.name);
        this.selected = new ApexList(records.element);
    }

    /** The record whose fields a page sets for all selected ones. */
    getRecord(): ApexSObject {
        return this.prototypeRecord;
    }

    getRecords(): ApexList {
        const start = (this.page - 1) * this.pageSize;
        const shown = this.all.toArray().slice(start, start + this.pageSize);
        return new ApexList(this.all.element, shown);
    }

    getSelected(): ApexList {
        return this.selected;
    }

    setSelected(records: ApexList): void {
        this.selected = records;
    }

    getResultSize(): number {
        return this.all.size();
    }

    getCompleteResult(): boolean {
        return this.all.size() < MAX_RECORDS;
    }

    getPageSize(): number {
        return this.pageSize;
    }

    setPageSize(size: number): void {
        if (size < 1) {
            throw systemException('VisualforceException', 'The page size must be positive');
        }
        this.pageSize = size;
        this.setPageNumber(this.page);
    }

    getPageNumber(): number {
        return this.page;
    }

    setPageNumber(page: number): void {
        this.page = Math.min(Math.max(page, 1), this.lastPage());
    }

    getHasNext(): boolean {
        return this.page < this.lastPage();
    }

    getHasPrevious(): boolean {
        return this.page > 1;
    }

    first(): void {
        this.page = 1;
    }

    last(): void {
        this.page = this.lastPage();
    }

    next(): void {
        this.setPageNumber(this.page + 1);
    }

    previous(): void {
        this.setPageNumber(this.page - 1);
    }

    /** Saves the fields set on `getRecord` in the selected records, and what changed in those shown. */
    save(): PageReference {
        const changed = this.selected.isEmpty() ? this.getRecords() : this.withRecordFields();
        dmlStatement('update', changed);
        return this.cancel();
    }

    cancel(): PageReference {
        return new PageReference('/');
    }

    private withRecordFields(): ApexList {
        for (const record of this.selected.toArray() as ApexSObject[]) {
            for (const name of this.prototypeRecord.fieldNames()) {
                record.write(name, this.prototypeRecord.storedValue(name));
            }
        }
        return this.selected;
    }

    private lastPage(): number {
        return Math.max(1, Math.ceil(this.all.size() / this.pageSize));
    }
}

platformClass('ApexPages.StandardSetController', {
    class: StandardSetController,
    type: CONTROLLER,
    construct: (source: ApexList | QueryLocator) => new StandardSetController(source)
});
