/** The parts of a Java class file that carry an API's shape. */
export interface JavaClass {
    /** Internal name, e.g. `com/nawforce/runforce/System/Http`. */
    readonly name: string;
    readonly superName: string | null;
    readonly interfaces: readonly string[];
    readonly access: number;
    /** Generic signature when the class is generic or extends a generic type. */
    readonly signature: string | null;
    readonly fields: readonly JavaMember[];
    readonly methods: readonly JavaMember[];
}

export interface JavaMember {
    readonly name: string;
    /** Generic signature where there is one, else the plain descriptor. */
    readonly signature: string;
    readonly access: number;
}

export const ACCESS = {
    public: 0x0001,
    protected: 0x0004,
    static: 0x0008,
    bridge: 0x0040,
    interface: 0x0200,
    abstract: 0x0400,
    synthetic: 0x1000,
    enum: 0x4000
} as const;

type Constant = string | number | null;

class Reader {
    private offset = 0;
    private readonly bytes: Buffer;
    constructor(bytes: Buffer) {
        this.bytes = bytes;
    }
    u1(): number {
        return this.bytes.readUInt8(this.advance(1));
    }
    u2(): number {
        return this.bytes.readUInt16BE(this.advance(2));
    }
    u4(): number {
        return this.bytes.readUInt32BE(this.advance(4));
    }
    text(length: number): string {
        const start = this.advance(length);
        return this.bytes.toString('utf8', start, start + length);
    }
    skip(length: number): void {
        this.advance(length);
    }
    private advance(length: number): number {
        const start = this.offset;
        this.offset += length;
        return start;
    }
}

/**
 * Reads a class file (Java Virtual Machine Specification, chapter 4); code is skipped.
 * @throws Error when the bytes are no class file
 */
export function readClassFile(bytes: Buffer): JavaClass {
    const reader = new Reader(bytes);
    if (reader.u4() !== 0xcafebabe) throw new Error('Not a Java class file');
    reader.skip(4);
    const constants = readConstants(reader);
    const access = reader.u2();
    const name = classNameAt(constants, reader.u2());
    const superIndex = reader.u2();
    const interfaces = times(reader.u2(), () => classNameAt(constants, reader.u2()));
    const fields = readMembers(reader, constants);
    const methods = readMembers(reader, constants);
    return {
        name,
        superName: superIndex === 0 ? null : classNameAt(constants, superIndex),
        interfaces,
        access,
        signature: readSignature(reader, constants),
        fields,
        methods
    };
}

function times<T>(count: number, make: () => T): T[] {
    return Array.from({ length: count }, make);
}

const CONSTANT_SIZE: Readonly<Record<number, number>> = {
    3: 4,
    4: 4,
    5: 8,
    6: 8,
    8: 2,
    9: 4,
    10: 4,
    11: 4,
    12: 4,
    15: 3,
    16: 2,
    17: 4,
    18: 4,
    19: 2,
    20: 2
};

function readConstants(reader: Reader): Constant[] {
    const count = reader.u2();
    const constants: Constant[] = [null];
    while (constants.length < count) {
        const tag = reader.u1();
        constants.push(readConstant(reader, tag));
        // Long and double constants take two slots.
        if (tag === 5 || tag === 6) constants.push(null);
    }
    return constants;
}

function readConstant(reader: Reader, tag: number): Constant {
    if (tag === 1) return reader.text(reader.u2());
    if (tag === 7) return reader.u2();
    const size = CONSTANT_SIZE[tag];
    if (size === undefined) throw new Error(`Unknown constant tag ${tag}`);
    reader.skip(size);
    return null;
}

function textAt(constants: readonly Constant[], index: number): string {
    const value = constants[index];
    if (typeof value !== 'string') throw new Error(`Constant ${index} is not text`);
    return value;
}

function classNameAt(constants: readonly Constant[], index: number): string {
    const value = constants[index];
    if (typeof value !== 'number') throw new Error(`Constant ${index} is not a class`);
    return textAt(constants, value);
}

function readMembers(reader: Reader, constants: readonly Constant[]): JavaMember[] {
    return times(reader.u2(), () => {
        const access = reader.u2();
        const name = textAt(constants, reader.u2());
        const descriptor = textAt(constants, reader.u2());
        return { name, access, signature: readSignature(reader, constants) ?? descriptor };
    });
}

function readSignature(reader: Reader, constants: readonly Constant[]): string | null {
    let signature: string | null = null;
    for (let left = reader.u2(); left > 0; left -= 1) {
        const name = textAt(constants, reader.u2());
        const length = reader.u4();
        if (name === 'Signature') signature = textAt(constants, reader.u2());
        else reader.skip(length);
    }
    return signature;
}
