import { NameMap } from '../schema/nameMap.ts';
import type { FieldSchema, ObjectSchema, Schema } from '../schema/types.ts';
import { columnType, DELETED_BY, hasRecycleBin, isStored } from './columns.ts';
import { quoted, type Connection } from './connection.ts';

/** An object's table. */
export interface Table {
    readonly object: ObjectSchema;
    /** Quoted for SQL. */
    readonly sqlName: string;
    /** Fields that have a column, Id first. */
    readonly stored: readonly FieldSchema[];
    /** The names of those columns as a query lists them. */
    readonly columnList: string;
    readonly recycleBin: boolean;
}

/** The tables of an org, each made when its object is first touched. */
export class Tables {
    readonly #connection: Connection;
    readonly #schema: Schema;
    readonly #tables = new NameMap<Table>();
    readonly #indexes = new Set<string>();
    #names: ReadonlySet<string> | null = null;

    constructor(connection: Connection, schema: Schema) {
        this.#connection = connection;
        this.#schema = schema;
    }

    /** The table of an object that the schema has. */
    get(objectName: string): Table {
        return this.#tables.getOrAdd(objectName, () => this.#open(objectName));
    }

    /** True when records of the object may exist: its table has been opened or is in the file. */
    exists(objectName: string): boolean {
        return this.#tables.has(objectName) || this.#known().has(objectName.toLowerCase());
    }

    /** Makes look-ups by this field fast. Text compares without case, ids with it. */
    index(objectName: string, fieldName: string): void {
        const table = this.get(objectName);
        const field = this.#schema.field(objectName, fieldName);
        const name = quoted(`${table.object.name}.${fieldName}`);
        if (field === undefined || this.#indexes.has(name) || !isStored(field)) {
            return;
        }
        const collation = isIdField(field) || columnType(field) !== 'TEXT' ? '' : ' COLLATE NOCASE';
        this.#connection.execute(
            `CREATE INDEX IF NOT EXISTS ${name} ON ${table.sqlName} (${quoted(field.name)}${collation})`
        );
        this.#indexes.add(name);
    }

    /** Forgets what a rolled-back transaction may have made. */
    forget(): void {
        this.#indexes.clear();
        this.#names = null;
        for (const table of [...this.#tables.values()]) {
            this.#tables.delete(table.object.name);
        }
    }

    #open(objectName: string): Table {
        const object = this.#schema.object(objectName);
        if (object === undefined) {
            throw new RangeError(`The schema has no object ${objectName}`);
        }
        const stored = idFirst(object.fields.filter(isStored));
        const table: Table = {
            object,
            sqlName: quoted(object.name),
            stored,
            columnList: stored.map(({ name }) => quoted(name)).join(', '),
            recycleBin: hasRecycleBin(object)
        };
        this.#create(table);
        return table;
    }

    /** Makes the table, or adds the columns of fields that are new since the file was written. */
    #create(table: Table): void {
        const known = this.#columns(table.object.name);
        const others = table.stored.filter((field) => field.name !== 'Id');
        if (known.length === 0) {
            const columns = others.map((field) => `, ${quoted(field.name)} ${columnType(field)}`);
            const hidden = `, ${quoted(DELETED_BY)} TEXT`;
            this.#connection.execute(
                `CREATE TABLE ${table.sqlName} (Id TEXT PRIMARY KEY${columns.join('')}${hidden}) WITHOUT ROWID`
            );
            return;
        }
        for (const field of others.filter((item) => !known.includes(item.name.toLowerCase()))) {
            this.#connection.execute(
                `ALTER TABLE ${table.sqlName} ADD COLUMN ${quoted(field.name)} ${columnType(field)}`
            );
        }
    }

    /** Tables that were there before this connection touched them. */
    #known(): ReadonlySet<string> {
        const sql = "SELECT lower(name) FROM sqlite_master WHERE type = 'table'";
        this.#names ??= new Set(this.#connection.all(sql).map(([name]) => String(name)));
        return this.#names;
    }

    #columns(objectName: string): readonly string[] {
        const rows = this.#connection.all('SELECT name FROM pragma_table_info(?)', [objectName]);
        return rows.map(([name]) => String(name).toLowerCase());
    }
}

function isIdField(field: FieldSchema): boolean {
    return field.type === 'id' || field.type === 'reference';
}

function idFirst(fields: readonly FieldSchema[]): readonly FieldSchema[] {
    const id = fields.filter((field) => field.name === 'Id');
    return [...id, ...fields.filter((field) => field.name !== 'Id')];
}
