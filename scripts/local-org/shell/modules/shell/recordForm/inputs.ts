import { fieldLabel } from 'shell/fieldLabel';
import type { ObjectInfo } from '../session/types.ts';

type FieldInfo = ObjectInfo['fields'][string];

export interface Option {
    readonly label: string;
    readonly value: string;
}

const TYPES: Readonly<Record<string, string>> = {
    Boolean: 'checkbox',
    Currency: 'number',
    Date: 'date',
    DateTime: 'datetime',
    Double: 'number',
    Email: 'email',
    Int: 'number',
    Percent: 'number',
    Phone: 'tel',
    Url: 'text'
};

const NONE: Option = { label: '--None--', value: '' };

/** What the form draws for a field. */
export function inputFor(
    info: FieldInfo,
    value: unknown,
    required: boolean,
    options: readonly Option[] | null
) {
    const isNumber = TYPES[info.dataType] === 'number';
    return {
        name: info.apiName,
        label: fieldLabel(info),
        type: TYPES[info.dataType] ?? 'text',
        value: value === null ? '' : value,
        checked: value === true,
        required: required && info.dataType !== 'Boolean',
        options: options && [...(required ? [] : [NONE]), ...options],
        isLong: info.dataType === 'TextArea',
        formatter: info.dataType === 'Currency' ? 'currency' : null,
        step: isNumber ? String(10 ** -info.scale) : null
    };
}

/** The value to save: empty text is no value, numbers are numbers. */
export function parseValue({ dataType }: FieldInfo, given: string | boolean): unknown {
    if (typeof given === 'boolean') return given;
    if (given === '') return null;
    return TYPES[dataType] === 'number' ? Number(given) : given;
}
