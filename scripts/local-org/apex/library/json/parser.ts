import { systemException } from '../../values/exception.ts';
import { PlatformObject, platformType } from '../../values/objects.ts';
import type { ApexType } from '../../values/objects.ts';
import { types } from '../../values/runtimeType.ts';
import type { RuntimeType } from '../../values/runtimeType.ts';
import { platformConstant } from '../platform/enums.ts';
import { platformClass } from '../registry.ts';
import { readTyped } from './deserialize.ts';
import { readNode } from './parse.ts';
import { readPrimitive } from './primitives.ts';
import { TokenReader } from './tokens.ts';
import type { JsonTokenAt } from './tokens.ts';

const PARSER = platformType('System.JSONParser');

/** System.JSONParser. */
export class JsonParser extends PlatformObject {
    readonly $type = PARSER;
    private readonly reader: TokenReader;
    private current: JsonTokenAt | null = null;
    private cleared: JsonTokenAt | null = null;
    /** Names of the open objects' current fields; null for arrays. */
    private readonly names: (string | null)[] = [null];

    constructor(text: string) {
        super();
        this.reader = new TokenReader(text);
    }

    nextToken(): unknown {
        this.advance();
        return this.getCurrentToken();
    }

    /** The next token that is no field name. */
    nextValue(): unknown {
        this.advance();
        if (this.current?.kind === 'FIELD_NAME') {
            this.advance();
        }
        return this.getCurrentToken();
    }

    getCurrentToken(): unknown {
        return this.current && platformConstant('System.JSONToken', this.current.kind);
    }

    hasCurrentToken(): boolean {
        return this.current !== null;
    }

    clearCurrentToken(): void {
        this.cleared = this.current;
        this.current = null;
    }

    getLastClearedToken(): unknown {
        return this.cleared && platformConstant('System.JSONToken', this.cleared.kind);
    }

    getCurrentName(): string | null {
        const isStart = this.current?.kind.startsWith('START_') ?? false;
        return this.names.at(isStart ? -2 : -1) ?? null;
    }

    getText(): string | null {
        return this.current?.text ?? null;
    }

    /** From a start to its end; other tokens stay. */
    skipChildren(): void {
        const kind = this.current?.kind;
        if (kind === 'START_OBJECT' || kind === 'START_ARRAY') {
            const depth = this.names.length;
            while (this.names.length >= depth && this.current) {
                this.advance();
            }
        }
    }

    getBlobValue(): unknown {
        return this.primitive(types.Blob);
    }

    getBooleanValue(): unknown {
        return this.primitive(types.Boolean);
    }

    getDateTimeValue(): unknown {
        return this.primitive(types.Datetime);
    }

    getDateValue(): unknown {
        return this.primitive(types.Date);
    }

    getDecimalValue(): unknown {
        return this.primitive(types.Decimal);
    }

    getDoubleValue(): unknown {
        return this.primitive(types.Double);
    }

    getIdValue(): unknown {
        return this.primitive(types.Id);
    }

    getIntegerValue(): unknown {
        return this.primitive(types.Integer);
    }

    getLongValue(): unknown {
        return this.primitive(types.Long);
    }

    getTimeValue(): unknown {
        return this.primitive(types.Time);
    }

    readValueAs(type: ApexType): unknown {
        return this.readAs(type, false);
    }

    readValueAsStrict(type: ApexType): unknown {
        return this.readAs(type, true);
    }

    private readAs(type: ApexType, strict: boolean): unknown {
        if (!this.current) {
            this.advance();
        }
        const node = readNode(this.required(), { next: () => this.advance() });
        return readTyped(node, type.of, { strict, exposes: null });
    }

    private primitive(type: RuntimeType): unknown {
        const token = this.required();
        if (token.kind === 'VALUE_NULL') {
            return null;
        }
        return readPrimitive(readNode(token, this.reader), type);
    }

    private required(): JsonTokenAt {
        if (!this.current) {
            throw systemException('JSONException', 'No current token');
        }
        return this.current;
    }

    private advance(): JsonTokenAt | null {
        this.current = this.reader.next();
        switch (this.current?.kind) {
            case 'START_OBJECT':
            case 'START_ARRAY':
                this.names.push(null);
                break;
            case 'END_OBJECT':
            case 'END_ARRAY':
                this.names.pop();
                break;
            case 'FIELD_NAME':
                this.names[this.names.length - 1] = this.current.text;
                break;
            default:
        }
        return this.current;
    }
}

platformClass('System.JSONParser', { class: JsonParser, type: PARSER });
