import { PlatformObject, platformType } from '../../values/objects.ts';
import { platformClass } from '../registry.ts';

const OPTION = platformType('System.SelectOption');

/** System.SelectOption. */
export class SelectOption extends PlatformObject {
    readonly $type = OPTION;
    private value: string;
    private label: string;
    private disabled: boolean;
    private escaped = true;

    constructor(value: string, label: string, isDisabled: boolean) {
        super();
        this.value = value;
        this.label = label;
        this.disabled = isDisabled;
    }

    getValue(): string {
        return this.value;
    }

    setValue(value: string): void {
        this.value = value;
    }

    getLabel(): string {
        return this.label;
    }

    setLabel(label: string): void {
        this.label = label;
    }

    getDisabled(): boolean {
        return this.disabled;
    }

    setDisabled(isDisabled: boolean): void {
        this.disabled = isDisabled;
    }

    getEscapeItem(): boolean {
        return this.escaped;
    }

    setEscapeItem(isEscaped: boolean): void {
        this.escaped = isEscaped;
    }

    /** Options sort by value, then label. */
    compareTo(other: SelectOption): number {
        const key = (option: SelectOption): string => `${option.value}\0${option.label}`;
        return key(this) < key(other) ? -1 : Number(key(this) > key(other));
    }
}

platformClass('System.SelectOption', {
    class: SelectOption,
    type: OPTION,
    construct: (value: string, label: string, isDisabled = false) =>
        new SelectOption(value, label, isDisabled)
});
