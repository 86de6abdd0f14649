import { beforeAll, describe, expect, it } from '@jest/globals';
import { openTestOrg, type TestOrg } from '../../testing/orgFixture.ts';

let org: TestOrg;

const values = (text: string) => org.query(text).map((row) => row.values);

beforeAll(() => {
    org = openTestOrg();
    org.insert(
        'Account',
        { Name: 'A', Industry: 'Energy', Rating: 'Hot', AnnualRevenue: 10 },
        { Name: 'B', Industry: 'energy', Rating: 'Cold', AnnualRevenue: 20 },
        { Name: 'C', Industry: 'Banking', Rating: 'Hot' }
    );
});

describe('Aggregates', () => {
    it('count all rows', () => {
        expect(values('SELECT COUNT() FROM Account')).toEqual([{ expr0: 3 }]);
    });

    it('without alias are numbered, and skip missing values', () => {
        expect(
            values(
                'SELECT COUNT(AnnualRevenue), SUM(AnnualRevenue), AVG(AnnualRevenue) a FROM Account'
            )
        ).toEqual([{ expr0: 2, expr1: 30, a: 15 }]);
    });

    it('group text without regard to case', () => {
        expect(
            values(
                'SELECT Industry, COUNT(Id) n FROM Account GROUP BY Industry ORDER BY COUNT(Id) DESC'
            )
        ).toMatchObject([{ n: 2 }, { Industry: 'Banking', n: 1 }]);
    });

    it('count distinct values', () => {
        expect(values('SELECT COUNT_DISTINCT(Industry) n FROM Account')).toEqual([{ n: 2 }]);
    });

    it('filter groups with HAVING', () => {
        expect(values('SELECT Rating FROM Account GROUP BY Rating HAVING COUNT(Id) > 1')).toEqual([
            { Rating: 'Hot' }
        ]);
    });

    it('roll up to subtotals', () => {
        const rows = values(
            'SELECT Rating, GROUPING(Rating) g, COUNT(Id) n FROM Account GROUP BY ROLLUP(Rating) ORDER BY GROUPING(Rating), Rating'
        );
        expect(rows).toEqual([
            { Rating: 'Cold', g: 0, n: 1 },
            { Rating: 'Hot', g: 0, n: 2 },
            { Rating: null, g: 1, n: 3 }
        ]);
    });

    it('group by date functions', () => {
        expect(
            values(
                'SELECT CALENDAR_YEAR(CreatedDate) y, COUNT(Id) n FROM Account GROUP BY CALENDAR_YEAR(CreatedDate)'
            )
        ).toEqual([{ y: 2026, n: 3 }]);
    });

    it('refuse a field that is not grouped', () => {
        expect(org.failure(() => org.query('SELECT Name, COUNT(Id) FROM Account'))).toBe(
            'Field must be grouped or aggregated: Name'
        );
    });

    it('refuse two outputs of one name', () => {
        expect(org.failure(() => org.query('SELECT MAX(Name) x, MIN(Name) x FROM Account'))).toBe(
            'duplicate alias: x'
        );
    });
});
