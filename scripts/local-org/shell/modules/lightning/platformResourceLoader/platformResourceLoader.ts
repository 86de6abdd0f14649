const loaded = new Map<string, Promise<void>>();

/** Adds a script of a static resource to the page, once. */
export function loadScript(_component: unknown, url: string): Promise<void> {
    return once(url, () => Object.assign(document.createElement('script'), { src: url }));
}

/** Adds a stylesheet of a static resource to the page, once. */
export function loadStyle(_component: unknown, url: string): Promise<void> {
    return once(url, () =>
        Object.assign(document.createElement('link'), { rel: 'stylesheet', href: url })
    );
}

function once(url: string, create: () => HTMLElement): Promise<void> {
    const known = loaded.get(url);
    if (known) return known;
    const loading = new Promise<void>((resolve, reject) => {
        const element = create();
        element.onload = () => resolve();
        element.onerror = () => reject(new Error(`Can't load ${url}`));
        document.head.append(element);
    });
    loaded.set(url, loading);
    return loading;
}
