/** One measured figure beside the bound that it must keep; null where there is none. */
export interface Figure {
    readonly name: string;
    readonly value: number;
    readonly unit: string;
    readonly limit: number | null;
}

/** What was not measured keeps no bound. */
export function isKept({ value, limit }: Figure): boolean {
    return Number.isFinite(value) && (limit === null || value <= limit);
}

export function describeFigure(figure: Figure): string {
    const { name, value, unit, limit } = figure;
    const bound = limit === null ? '' : ` (limit ${limit})`;
    return `${isKept(figure) ? 'ok  ' : 'OVER'} ${name}: ${value} ${unit}${bound}`;
}
