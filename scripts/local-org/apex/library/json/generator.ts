import type { ApexBlob } from '../../values/blob.ts';
import { PlatformObject, platformType } from '../../values/objects.ts';
import { platformClass } from '../registry.ts';
import { writeValue } from './serialize.ts';
import { JsonWriter } from './writer.ts';

const GENERATOR = platformType('System.JSONGenerator');

/** System.JSONGenerator. Each `writeX` has a `writeXField` that takes the name first. */
export class JsonGenerator extends PlatformObject {
    readonly $type = GENERATOR;
    private readonly writer: JsonWriter;
    private closed = false;

    constructor(isPretty: boolean) {
        super();
        this.writer = new JsonWriter(isPretty);
    }

    writeStartObject(): void {
        this.writer.startObject();
    }

    writeEndObject(): void {
        this.writer.endObject();
    }

    writeStartArray(): void {
        this.writer.startArray();
    }

    writeEndArray(): void {
        this.writer.endArray();
    }

    writeFieldName(name: string): void {
        this.writer.name(name);
    }

    writeNull(): void {
        this.writer.raw('null');
    }

    writeNullField(name: string): void {
        this.writeFieldName(name);
        this.writeNull();
    }

    writeObject(value: unknown): void {
        writeValue(this.writer, value, false);
    }

    writeObjectField(name: string, value: unknown): void {
        this.writeFieldName(name);
        this.writeObject(value);
    }

    writeBlob(value: ApexBlob | null): void {
        this.writeObject(value);
    }

    writeBlobField(name: string, value: ApexBlob | null): void {
        this.writeObjectField(name, value);
    }

    writeBoolean(value: unknown): void {
        this.writeObject(value);
    }

    writeBooleanField(name: string, value: unknown): void {
        this.writeObjectField(name, value);
    }

    writeDate(value: unknown): void {
        this.writeObject(value);
    }

    writeDateField(name: string, value: unknown): void {
        this.writeObjectField(name, value);
    }

    writeDateTime(value: unknown): void {
        this.writeObject(value);
    }

    writeDateTimeField(name: string, value: unknown): void {
        this.writeObjectField(name, value);
    }

    writeId(value: unknown): void {
        this.writeObject(value);
    }

    writeIdField(name: string, value: unknown): void {
        this.writeObjectField(name, value);
    }

    writeNumber(value: unknown): void {
        this.writeObject(value);
    }

    writeNumberField(name: string, value: unknown): void {
        this.writeObjectField(name, value);
    }

    writeString(value: unknown): void {
        this.writeObject(value);
    }

    writeStringField(name: string, value: unknown): void {
        this.writeObjectField(name, value);
    }

    writeTime(value: unknown): void {
        this.writeObject(value);
    }

    writeTimeField(name: string, value: unknown): void {
        this.writeObjectField(name, value);
    }

    getAsString(): string {
        this.closed = true;
        return this.writer.text();
    }

    isClosed(): boolean {
        return this.closed;
    }

    close(): void {
        this.closed = true;
    }
}

platformClass('System.JSONGenerator', { class: JsonGenerator, type: GENERATOR });
