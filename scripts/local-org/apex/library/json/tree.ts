/** A place in a JSON text, counted from 1. */
export interface JsonPlace {
    readonly line: number;
    readonly column: number;
}

/** A JSON value; numbers keep their text, so that no digit is lost. */
export type JsonNode =
    | { readonly kind: 'null'; readonly at: JsonPlace }
    | { readonly kind: 'boolean'; readonly value: boolean; readonly at: JsonPlace }
    | { readonly kind: 'number'; readonly text: string; readonly at: JsonPlace }
    | { readonly kind: 'string'; readonly text: string; readonly at: JsonPlace }
    | { readonly kind: 'array'; readonly items: readonly JsonNode[]; readonly at: JsonPlace }
    | {
          readonly kind: 'object';
          readonly entries: readonly (readonly [string, JsonNode])[];
          readonly at: JsonPlace;
      };
