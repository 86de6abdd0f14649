/** Developer tool: reads the type jars of the code analyzer and writes `../data`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { readClassFile, type JavaClass } from './classFile.ts';
import { isPlatformType, platformLine } from './platformLines.ts';
import { sobjectLine } from './sobjectLines.ts';
import { readZip } from './zip.ts';

const JARS = new URL(
    '../../../../../node_modules/@salesforce/code-analyzer-pmd-engine/dist/java-lib/',
    import.meta.url
);
const DATA = new URL('../data/', import.meta.url);

function classesOf(jar: string): JavaClass[] {
    return readZip(readFileSync(new URL(jar, JARS)))
        .filter((entry) => entry.name.endsWith('.class'))
        .map((entry) => readClassFile(entry.read()));
}

function write(name: string, lines: readonly string[]): void {
    const text = [...lines].sort().join('\n');
    const compressed = brotliCompressSync(text, {
        params: { [constants.BROTLI_PARAM_LGWIN]: 24 }
    });
    writeFileSync(new URL(`${name}.txt.br`, DATA), compressed);
    process.stdout.write(
        `${name}: ${lines.length} types, ${text.length} -> ${compressed.length} bytes\n`
    );
}

write('platform', classesOf('standard-types-65.0.0.jar').filter(isPlatformType).map(platformLine));
write('sobjects', classesOf('sobject-types-65.0.0.jar').map(sobjectLine));
