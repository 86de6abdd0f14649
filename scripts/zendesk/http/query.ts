/** Query parameters, read the way Zendesk reads them. */
export class Query {
    private readonly parameters: URLSearchParams;

    constructor(parameters: URLSearchParams) {
        this.parameters = parameters;
    }

    text(name: string): string | null {
        return this.parameters.get(name);
    }

    has(name: string): boolean {
        return this.parameters.has(name);
    }

    /** `role=a`, `role[]=a&role[]=b` and `role=a,b` alike. */
    list(name: string): string[] {
        const raw = [...this.parameters.getAll(name), ...this.parameters.getAll(`${name}[]`)];
        return raw.flatMap((item) => item.split(',')).filter((item) => item.trim() !== '');
    }

    flag(name: string): boolean | null {
        const value = this.text(name);
        if (value === 'true' || value === '1') {
            return true;
        }
        return value === 'false' || value === '0' ? false : null;
    }

    includes(): ReadonlySet<string> {
        return new Set(this.list('include').map((item) => item.trim()));
    }

    /** All parameters but the paging ones, to build links to other pages. */
    others(): [string, string][] {
        const paging = /^(page(\[.*\])?|per_page|cursor)$/;
        return [...this.parameters.entries()].filter(([name]) => !paging.test(name));
    }
}
