import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, test } from '@jest/globals';

import { fileState, wipeState } from '../state/orgState.ts';

const folder = mkdtempSync(join(tmpdir(), 'state-'));
const path = join(folder, 'data', 'platform.json');

afterAll(() => rmSync(folder, { recursive: true }));

describe('state in a file', () => {
    test('is there after a restart', () => {
        fileState(path).write('apps', { gate: { policies: ['x'] } });
        expect(fileState(path).read('apps')).toEqual({ gate: { policies: ['x'] } });
    });

    test('can be read by its owner alone', () => {
        fileState(path).write('secrets', { a: 1 });
        expect(statSync(path).mode & 0o777).toBe(0o600);
    });

    test('is gone when wiped', () => {
        fileState(path).write('apps', 1);
        wipeState(path);
        expect(fileState(path).read('apps')).toBeUndefined();
    });

    test('what was read can be changed without changing the state', () => {
        const state = fileState(path);
        state.write('list', [1]);
        (state.read('list') as number[]).push(2);
        expect(state.read('list')).toEqual([1]);
    });

    test('a damaged file is an error that says what to do', () => {
        writeFileSync(path, '{');
        expect(() => fileState(path)).toThrow('start with --fresh');
    });
});
