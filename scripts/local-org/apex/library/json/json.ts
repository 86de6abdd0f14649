import { made } from '../../heap/made.ts';
import { nullPointer } from '../../values/exception.ts';
import type { ApexType } from '../../values/objects.ts';
import { platformClass } from '../registry.ts';
import { readTyped } from './deserialize.ts';
import { JsonGenerator } from './generator.ts';
import { parseJson } from './parse.ts';
import { JsonParser } from './parser.ts';
import { serialize } from './serialize.ts';
import { readUntyped } from './untyped.ts';

function deserialize(text: string | null, type: ApexType | null, strict: boolean): unknown {
    if (!type) {
        throw nullPointer();
    }
    return made(readTyped(parseJson(text), type.of, { strict, exposes: null }));
}

platformClass('System.JSON', {
    statics: {
        serialize: (value: unknown, suppressNulls = false) =>
            made(serialize(value, suppressNulls, false)),
        serializePretty: (value: unknown, suppressNulls = false) =>
            made(serialize(value, suppressNulls, true)),
        deserialize: (text: string | null, type: ApexType | null) => deserialize(text, type, false),
        deserializeStrict: (text: string | null, type: ApexType | null) =>
            deserialize(text, type, true),
        deserializeUntyped: (text: string | null) => made(readUntyped(parseJson(text))),
        createGenerator: (isPretty: boolean) => new JsonGenerator(isPretty),
        createParser: (text: string) => new JsonParser(text)
    }
});
