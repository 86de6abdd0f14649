import { describe, expect, it } from '@jest/globals';
import type { UserContext } from '../../orgClient.ts';
import { i18nValues } from '../i18n.ts';

const user = (locale: string, currency = 'EUR'): UserContext => ({
    id: '',
    name: '',
    username: '',
    profileName: '',
    title: null,
    language: locale,
    locale,
    timeZone: 'UTC',
    currency,
    organizationId: '',
    organizationName: '',
    isAdministrator: false
});

describe('i18nValues', () => {
    it.each([
        ['en_US', 'M/d/yyyy', 'MMM d, yyyy', 'MMMM d, yyyy', 'h:mm a'],
        ['fr_FR', 'dd/MM/yyyy', 'd MMM yyyy', 'd MMMM yyyy', 'HH:mm'],
        ['de_DE', 'd.M.yyyy', 'dd.MM.yyyy', 'd. MMMM yyyy', 'HH:mm']
    ])('gives the date patterns of %s', (locale, short, medium, long, time) => {
        expect(i18nValues(user(locale))).toMatchObject({
            'dateTime.shortDateFormat': short,
            'dateTime.mediumDateFormat': medium,
            'dateTime.longDateFormat': long,
            'dateTime.shortTimeFormat': time
        });
    });

    it('gives separators and the place of the currency sign', () => {
        expect(i18nValues(user('en_US', 'USD'))).toMatchObject({
            'number.decimalSeparator': '.',
            'number.currencySymbol': '$',
            'number.currencyFormat': '¤#,##0.00'
        });
        expect(i18nValues(user('fr_FR'))).toMatchObject({
            'number.decimalSeparator': ',',
            'number.currencyFormat': '#,##0.00 ¤'
        });
    });

    it('writes Arabic from right to left', () => {
        expect(i18nValues(user('ar'))).toMatchObject({ dir: 'rtl', lang: 'ar' });
    });

    it('starts the week on Monday in France and on Sunday in the United States', () => {
        expect(i18nValues(user('fr_FR'))['firstDayOfWeek']).toBe(2);
        expect(i18nValues(user('en_US'))['firstDayOfWeek']).toBe(1);
    });
});
