export interface Locale {
    readonly id: number;
    readonly locale: string;
    readonly name: string;
    readonly native_name: string;
    readonly rtl: boolean;
}

const LOCALES: readonly Locale[] = [
    { id: 1, locale: 'en-US', name: 'English', native_name: 'English', rtl: false },
    { id: 16, locale: 'fr', name: 'French', native_name: 'français', rtl: false },
    { id: 8, locale: 'de', name: 'German', native_name: 'Deutsch', rtl: false },
    { id: 2, locale: 'es', name: 'Spanish', native_name: 'español', rtl: false },
    { id: 67, locale: 'ja', name: 'Japanese', native_name: '日本語', rtl: false },
    { id: 66, locale: 'ar', name: 'Arabic', native_name: 'العربية', rtl: true },
    {
        id: 19,
        locale: 'pt-br',
        name: 'Portuguese (Brazil)',
        native_name: 'português (Brasil)',
        rtl: false
    }
];

export const locales = (): readonly Locale[] => LOCALES;
export const findLocale = (idOrCode: string): Locale | null =>
    LOCALES.find(
        ({ id, locale }) =>
            String(id) === idOrCode || locale.toLowerCase() === idOrCode.toLowerCase()
    ) ?? null;
export const localeId = (code: string): number => findLocale(code)?.id ?? 1;
