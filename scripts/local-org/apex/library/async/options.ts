import { systemException } from '../../values/exception.ts';
import { PlatformObject, platformType } from '../../values/objects.ts';
import { platformClass } from '../registry.ts';

const OPTIONS = platformType('System.AsyncOptions');
const SIGNATURE = platformType('System.QueueableDuplicateSignature');
const BUILDER = platformType('System.QueueableDuplicateSignature.Builder');
const MAX_SIZE = 1000;

/** System.AsyncOptions. */
export class AsyncOptions extends PlatformObject {
    readonly $type = OPTIONS;
    DuplicateSignature: DuplicateSignature | null = null;
    MaximumQueueableStackDepth: number | null = null;
    MinimumQueueableDelayInMinutes: number | null = null;
}

/** System.QueueableDuplicateSignature: two waiting jobs of one class may not share one. */
export class DuplicateSignature extends PlatformObject {
    readonly $type = SIGNATURE;
    private readonly text: string;

    constructor(text: string) {
        super();
        this.text = text;
    }

    override toString(): string {
        return this.text;
    }
}

class SignatureBuilder extends PlatformObject {
    readonly $type = BUILDER;
    private text = '';

    addId(id: string): this {
        return this.append(`id:${id}`);
    }

    addInteger(value: number): this {
        return this.append(`int:${value}`);
    }

    addString(value: string): this {
        return this.append(`string:${value}`);
    }

    build(): DuplicateSignature {
        return new DuplicateSignature(this.text);
    }

    getMaxSize(): number {
        return MAX_SIZE;
    }

    getSize(): number {
        return this.text.length;
    }

    getRemainingSize(): number {
        return MAX_SIZE - this.text.length;
    }

    private append(part: string): this {
        if (this.text.length + part.length > MAX_SIZE) {
            throw systemException('IllegalArgumentException', 'Signature is too long');
        }
        this.text += `${part};`;
        return this;
    }
}

platformClass('System.AsyncOptions', {
    class: AsyncOptions,
    type: OPTIONS,
    construct: () => new AsyncOptions()
});
platformClass('System.QueueableDuplicateSignature', { class: DuplicateSignature, type: SIGNATURE });
platformClass('System.QueueableDuplicateSignature.Builder', {
    class: SignatureBuilder,
    type: BUILDER,
    construct: () => new SignatureBuilder()
});
