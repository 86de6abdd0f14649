import { numbers, NumberWriting } from 'c/zendeskNumbers';

const NARROW_SPACE = '\u202f';

describe('read', () => {
    it.each([
        ['en-US', '1234.5', '1234.5'],
        ['en-US', '1,234,567.5', '1234567.5'],
        ['en-US', '.5', '0.5'],
        ['en-US', '-.5', '-0.5'],
        ['fr-FR', '1234,5', '1234.5'],
        ['fr-FR', '1 234,5', '1234.5'],
        ['fr-FR', `1${NARROW_SPACE}234,5`, '1234.5'],
        ['fr-FR', '−12,50', '-12.50'],
        ['fr-FR', '12.5', '12.5'],
        ['de-DE', '1.234,5', '1234.5'],
        ['de-DE', '1.234', '1234'],
        ['de-CH', "1'234.5", '1234.5'],
        ['en-IN', '12,34,567.5', '1234567.5'],
        ['fr-FR', ' 12 ', '12'],
        ['fr-FR', '123456789012345678,25', '123456789012345678.25']
    ])('takes what is typed in %s: %s', (locale, typed, value) => {
        expect(new NumberWriting(locale).read(typed)).toBe(value);
    });

    it.each([
        ['en-US', '1,5'],
        ['en-US', '1,23,4'],
        ['en-US', '1.2.3'],
        ['en-US', '12.'],
        ['en-US', '1e3'],
        ['fr-FR', 'douze'],
        ['fr-FR', '1,2,3'],
        ['fr-FR', '12 34']
    ])('leaves what is no number in %s for others to judge: %s', (locale, typed) => {
        expect(new NumberWriting(locale).read(typed)).toBe(typed);
    });

    it('reads nothing into an empty text', () => {
        expect(numbers.read('')).toBe('');
        expect(numbers.read('-')).toBe('-');
        expect(numbers.read('.')).toBe('.');
    });
});

describe('write', () => {
    it('writes a number as somebody would type it', () => {
        expect(new NumberWriting('fr-FR').write('-1234.50')).toBe('-1234,50');
        expect(new NumberWriting('en-US').write('1234.5')).toBe('1234.5');
        expect(new NumberWriting('fr-FR').write('douze.')).toBe('douze.');
    });

    it.each(['en-US', 'fr-FR', 'de-DE', 'en-IN', 'de-CH'])('writes what %s reads', (locale) => {
        const own = new NumberWriting(locale);

        expect(own.read(own.write('-1234567.25'))).toBe('-1234567.25');
        expect(own.read(own.show('-1234567.25'))).toBe('-1234567.25');
    });
});

describe('show', () => {
    it('groups digits and loses none', () => {
        expect(numbers.show('123456789012345678')).toBe('123,456,789,012,345,678');
        expect(numbers.show('0.123456')).toBe('0.123456');
        expect(new NumberWriting('fr-FR').show('1234.5')).toBe(`1${NARROW_SPACE}234,5`);
    });

    it('shows what is no number as it is', () => {
        expect(numbers.show('many')).toBe('many');
        expect(numbers.show('')).toBe('');
    });
});
