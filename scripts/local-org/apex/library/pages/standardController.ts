import { PlatformObject, platformType } from '../../values/objects.ts';
import type { ApexSObject } from '../../values/sobject.ts';
import { dmlStatement } from '../database/dml.ts';
import { platformClass } from '../registry.ts';
import { PageReference } from './pageReference.ts';

const CONTROLLER = platformType('ApexPages.StandardController');

/** ApexPages.StandardController over a record that the caller has. */
export class StandardController extends PlatformObject {
    readonly $type = CONTROLLER;
    private readonly record: ApexSObject;

    constructor(record: ApexSObject) {
        super();
        this.record = record;
    }

    getId(): string | null {
        const id = this.record.storedValue('Id');
        return typeof id === 'string' ? id : null;
    }

    getRecord(): ApexSObject {
        return this.record;
    }

    save(): PageReference {
        dmlStatement('upsert', this.record);
        return this.view();
    }

    delete(): PageReference {
        dmlStatement('delete', this.record);
        return new PageReference('/');
    }

    view(): PageReference {
        return new PageReference(this.record);
    }

    edit(): PageReference {
        return new PageReference(`/${this.getId()}/e`);
    }

    cancel(): PageReference {
        return this.getId() === null ? new PageReference('/') : this.view();
    }
}

platformClass('ApexPages.StandardController', {
    class: StandardController,
    type: CONTROLLER,
    construct: (record: ApexSObject) => new StandardController(record)
});
