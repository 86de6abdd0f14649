/** Modules that the platform resolves and no package describes. */

declare module '@salesforce/apex/*' {
    /** An Apex method, called by name of its parameters. What it returns is for the caller to type. */
    const method: (parameters?: Readonly<Record<string, unknown>>) => Promise<unknown>;
    export default method;
}

declare module '@salesforce/label/*' {
    const label: string;
    export default label;
}

declare module '@salesforce/schema/*' {
    const token: { readonly objectApiName: string; readonly fieldApiName: string };
    export default token;
}

declare module '@salesforce/customPermission/*' {
    const isGranted: boolean | undefined;
    export default isGranted;
}

declare module '@salesforce/i18n/*' {
    const value: string;
    export default value;
}

declare module '@salesforce/client/formFactor' {
    const formFactor: 'Large' | 'Medium' | 'Small';
    export default formFactor;
}
