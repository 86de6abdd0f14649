import { describe, expect, it } from '@jest/globals';
import { ApexParserFactory } from '@apexdevtools/apex-parser';
import { parseSoql, parseSosl, soqlFromContext } from '../parse.ts';
import { queryShape } from '../shape.ts';

const where = (text: string) => parseSoql(`SELECT Id FROM Account WHERE ${text}`).where;
const failure = (text: string) => {
    try {
        parseSoql(text);
    } catch (error) {
        return error instanceof Error ? error.message : error;
    }
    return 'no error';
};

describe('SOQL text', () => {
    it('reads fields, parent paths, child queries and TYPEOF', () => {
        const { select } = parseSoql(
            'SELECT Id, Owner.Name, (SELECT Id FROM Contacts), TYPEOF What WHEN Account THEN Phone ELSE Id END FROM Task'
        );
        expect(select.map((item) => item.kind)).toEqual([
            'operand',
            'operand',
            'subquery',
            'typeof'
        ]);
        expect(select[1]).toMatchObject({ operand: { kind: 'field', path: ['Owner', 'Name'] } });
    });

    it('takes NOT before a parenthesis inside AND', () => {
        expect(where("Name = 'a' AND NOT (Name LIKE 'b%')")).toMatchObject({
            kind: 'and',
            conditions: [{ kind: 'comparison' }, { kind: 'not' }]
        });
    });

    it('keeps the wildcard escapes of LIKE and resolves the others', () => {
        expect(where(String.raw`Name LIKE '50\% o\'clock'`)).toMatchObject({
            right: { value: String.raw`50\% o'clock` }
        });
    });

    it('turns a date-time with offset into UTC', () => {
        expect(where('CreatedDate > 2026-01-01T00:30:00+02:00')).toMatchObject({
            right: { kind: 'datetime', value: '2025-12-31T22:30:00.000Z' }
        });
    });

    it('reads counted date literals', () => {
        expect(where('CreatedDate = LAST_N_DAYS:30')).toMatchObject({
            right: { kind: 'dateLiteral', name: 'LAST_N_DAYS', count: 30 }
        });
    });

    it('keys a bind by its expression as written', () => {
        expect(where('Id IN :ids AND Name = :account.Name')).toMatchObject({
            conditions: [{ right: { key: 'ids' } }, { right: { key: 'account.Name' } }]
        });
    });

    it('tells counts, aggregates and records apart', () => {
        const shapes = [
            'SELECT COUNT() FROM Account',
            'SELECT COUNT(Id) n FROM Account',
            'SELECT Name FROM Account GROUP BY Name',
            'SELECT Id FROM Account'
        ].map((text) => queryShape(parseSoql(text)));
        expect(shapes).toEqual(['count', 'aggregate', 'aggregate', 'records']);
    });
});

describe('A malformed query', () => {
    it.each([
        ['SELECT Id, FROM Account', "unexpected token: 'FROM'"],
        ['SELECT Id FROM Account WHERE', "unexpected token: '<EOF>'"],
        [
            "SELECT Id FROM Account WHERE Name = 'a' AND Id = 'b' OR Id = 'c'",
            "unexpected token: 'OR'"
        ],
        ['SELECT Id FROM Account WHERE Id IN {001}', "expecting a colon, found '{001}'"],
        ['SELECT Id FROM Account WHERE Id IN :map.keySet()', "unexpected token: '('"],
        [
            "SELECT Id FROM Account WHERE Id = :'001'",
            'Only variable references are allowed in dynamic SOQL/SOSL.'
        ],
        [
            "SELECT Id FROM Account WHERE Name = 'a",
            "line 1:38 mismatched character '<EOF>' expecting '''"
        ]
    ])('%s says %s', (text, message) => {
        expect(failure(text)).toBe(message);
    });
});

describe('A query inside Apex source', () => {
    it('binds whole expressions', () => {
        const source = '[SELECT Id FROM Account WHERE Id IN :byId.keySet() LIMIT :Math.min(5, n)]';
        const keys: string[] = [];
        const ctx = ApexParserFactory.createParser(source).soqlLiteral();
        const query = soqlFromContext(ctx, (expression) => {
            keys.push(expression.getText());
            return `k${keys.length}`;
        });
        expect(keys).toEqual(['byId.keySet()', 'Math.min(5,n)']);
        expect(query).toMatchObject({ where: { right: { key: 'k1' } }, limit: { key: 'k2' } });
    });
});

describe('SOSL text', () => {
    it('reads group, targets with filters, mode and limit', () => {
        const query = parseSosl(
            "FIND 'map*' IN NAME FIELDS RETURNING Account (Id, Name WHERE Name LIKE 'x%' LIMIT 5), Lead WITH USER_MODE LIMIT 20"
        );
        expect(query).toMatchObject({
            find: { value: 'map*' },
            group: 'NAME',
            returning: [
                { objectName: 'Account', limit: { value: 5 } },
                { objectName: 'Lead', select: [] }
            ],
            mode: 'user',
            limit: { value: 20 }
        });
    });

    it('reads the text in braces of the API form', () => {
        expect(parseSosl('FIND {a OR b}').find).toEqual({ kind: 'string', value: 'a OR b' });
    });
});
