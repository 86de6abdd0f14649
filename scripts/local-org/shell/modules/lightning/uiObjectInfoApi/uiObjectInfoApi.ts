import { request, uiApi } from 'shell/http';
import { LoadingAdapter } from 'shell/wire';

type ObjectId = string | { readonly objectApiName: string };

interface ObjectConfig {
    readonly objectApiName?: ObjectId;
}

const known = new Map<string, Promise<unknown>>();

function once(url: string): Promise<unknown> {
    const loading = known.get(url) ?? request(url);
    known.set(url, loading);
    loading.catch(() => known.delete(url));
    return loading;
}

function objectName(object: ObjectId): string {
    return encodeURIComponent(typeof object === 'string' ? object : object.objectApiName);
}

/** Wire: labels, fields and rights of an object. */
export class getObjectInfo extends LoadingAdapter<ObjectConfig, unknown> {
    protected isReady({ objectApiName }: ObjectConfig): boolean {
        return Boolean(objectApiName);
    }

    protected load({ objectApiName = '' }: ObjectConfig): Promise<unknown> {
        return once(uiApi(`/object-info/${objectName(objectApiName)}`));
    }
}

interface PicklistConfig {
    readonly recordTypeId?: string;
    readonly fieldApiName?:
        string | { readonly objectApiName: string; readonly fieldApiName: string };
}

/** Wire: values of a picklist for a record type. */
export class getPicklistValues extends LoadingAdapter<PicklistConfig, unknown> {
    protected isReady({ recordTypeId, fieldApiName }: PicklistConfig): boolean {
        return Boolean(recordTypeId) && Boolean(fieldApiName);
    }

    protected load({ recordTypeId = '', fieldApiName = '' }: PicklistConfig): Promise<unknown> {
        const [object = '', field = ''] =
            typeof fieldApiName === 'string'
                ? fieldApiName.split('.')
                : [fieldApiName.objectApiName, fieldApiName.fieldApiName];
        const parts = [object, 'picklist-values', recordTypeId, field].map(encodeURIComponent);
        return once(uiApi(`/object-info/${parts.join('/')}`));
    }
}
