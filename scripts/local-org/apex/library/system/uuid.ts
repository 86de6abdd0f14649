import { execution } from '../../execution.ts';
import { stringHash } from '../../values/equality.ts';
import { systemException } from '../../values/exception.ts';
import { PlatformObject, platformType } from '../../values/objects.ts';
import { refusingNull } from '../primitives/arguments.ts';
import { platformClass } from '../registry.ts';

const UUID_TYPE = platformType('System.UUID');

/** System.UUID. */
export class Uuid extends PlatformObject {
    readonly $type = UUID_TYPE;
    private readonly text: string;

    constructor(text: string) {
        super();
        this.text = text.toLowerCase();
    }

    equals(other: unknown): boolean {
        return other instanceof Uuid && other.text === this.text;
    }

    hashCode(): number {
        return stringHash(this.text);
    }

    override toString(): string {
        return this.text;
    }
}

function randomUUID(): Uuid {
    const bytes = Buffer.from(execution().org.random.bytes(16));
    bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
    bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
    const hex = bytes.toString('hex');
    return new Uuid(hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'));
}

function fromString(text: string): Uuid {
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) {
        throw systemException('IllegalArgumentException', `Invalid UUID string: ${text}`);
    }
    return new Uuid(text);
}

platformClass('System.UUID', {
    class: Uuid,
    type: UUID_TYPE,
    statics: refusingNull({ randomUUID, fromString })
});
