/** Something that has to be mended before the tree is clean. */
export interface Finding {
    /** Relative to the project root; empty when no single file is at fault. */
    readonly file: string;
    readonly line?: number;
    readonly message: string;
}

/** One kind of check over the whole tree. Throws only when it could not be carried out. */
export interface Check {
    readonly name: string;
    /** A figure that is told beside the name, also when all is well. */
    summary?(root: string): string;
    run(root: string): Promise<readonly Finding[]>;
}

export function describeFinding({ file, line, message }: Finding): string {
    const place = line === undefined ? file : `${file}:${line}`;
    return place ? `${place}  ${message}` : message;
}
