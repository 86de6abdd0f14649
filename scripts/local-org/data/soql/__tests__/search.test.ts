import { beforeAll, describe, expect, it } from '@jest/globals';
import { parseSosl } from '../parse.ts';
import { openTestOrg, type TestOrg } from '../../testing/orgFixture.ts';

let org: TestOrg;

const find = (text: string) =>
    org.database
        .search(parseSosl(text), {}, org.context)
        .map(({ rows }) => rows.map((row) => row.values['Name']));

beforeAll(() => {
    org = openTestOrg();
    org.insert('Account', { Name: 'Acme Rail', Description: 'trains' }, { Name: 'Acmeville' });
    org.insert('Contact', { LastName: 'Berg', Email: 'acme@example.org' });
});

describe('SOSL', () => {
    it('finds whole words in text fields, in the order of RETURNING', () => {
        expect(find("FIND 'acme' RETURNING Account(Name), Contact(Name)")).toEqual([
            ['Acme Rail'],
            ['Berg']
        ]);
    });

    it('knows wildcards, phrases and operators', () => {
        expect(find("FIND 'acme*' RETURNING Account(Name ORDER BY Name DESC)")).toEqual([
            ['Acmeville', 'Acme Rail']
        ]);
        expect(find('FIND \'"acme rail" AND NOT planes\' RETURNING Account(Name)')).toEqual([
            ['Acme Rail']
        ]);
        expect(find("FIND 'trains OR planes' RETURNING Account(Name)")).toEqual([['Acme Rail']]);
    });

    it('looks at the fields of the group alone', () => {
        expect(find("FIND 'trains' IN NAME FIELDS RETURNING Account(Name)")).toEqual([[]]);
        expect(find("FIND 'acme' IN EMAIL FIELDS RETURNING Contact(Name)")).toEqual([['Berg']]);
    });

    it('filters and limits each object', () => {
        expect(
            find("FIND 'acme*' RETURNING Account(Name WHERE Name LIKE '%ville' LIMIT 1)")
        ).toEqual([['Acmeville']]);
    });

    it('refuses a single letter', () => {
        expect(org.failure(() => find("FIND 'a' RETURNING Account"))).toBe(
            'search term must be longer than one character: a'
        );
    });
});
