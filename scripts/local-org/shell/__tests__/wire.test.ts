import { describe, expect, it } from '@jest/globals';
import { LoadingAdapter } from '../modules/shell/wire/wire.ts';
import type { WireResult } from '../modules/shell/wire/wire.ts';

interface Config {
    readonly id?: string;
}

class Adapter extends LoadingAdapter<Config, { readonly id: string }> {
    readonly answers: ((id: string) => void)[] = [];

    protected isReady({ id }: Config): boolean {
        return id !== undefined;
    }

    protected load({ id }: Config): Promise<{ readonly id: string }> {
        return new Promise((resolve, reject) => {
            this.answers.push((answer) =>
                answer === 'fail' ? reject(new Error(id)) : resolve({ id: answer })
            );
        });
    }
}

function connect() {
    const results: WireResult<{ readonly id: string }>[] = [];
    const adapter = new Adapter((result) => results.push(result));
    adapter.connect();
    return { adapter, results };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('LoadingAdapter', () => {
    it('starts without data and without an error', () => {
        expect(connect().results).toEqual([{ data: undefined, error: undefined }]);
    });

    it('waits for a configuration that suffices', () => {
        const { adapter } = connect();
        adapter.update({});
        expect(adapter.answers).toHaveLength(0);
    });

    it('gives data that can not be changed', async () => {
        const { adapter, results } = connect();
        adapter.update({ id: 'a' });
        adapter.answers[0]?.('a');
        await settled();
        expect(results.at(-1)).toEqual({ data: { id: 'a' }, error: undefined });
        expect(Object.isFrozen(results.at(-1)?.data)).toBe(true);
    });

    it('drops a late answer to an old configuration', async () => {
        const { adapter, results } = connect();
        adapter.update({ id: 'old' });
        adapter.update({ id: 'new' });
        adapter.answers[1]?.('new');
        adapter.answers[0]?.('old');
        await settled();
        expect(results.map(({ data }) => data?.id)).toEqual([undefined, 'new']);
    });

    it('gives an error in place of data', async () => {
        const { adapter, results } = connect();
        adapter.update({ id: 'a' });
        adapter.answers[0]?.('fail');
        await settled();
        expect(results.at(-1)).toMatchObject({ data: undefined, error: new Error('a') });
    });

    it('is silent after it was disconnected', async () => {
        const { adapter, results } = connect();
        adapter.update({ id: 'a' });
        adapter.disconnect();
        adapter.answers[0]?.('a');
        await settled();
        expect(results).toHaveLength(1);
    });
});
