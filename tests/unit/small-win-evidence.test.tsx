// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { useEvidence } from '#client/features/small-win/use-evidence.ts';
import { AppClientError } from '#client/lib/app-error.ts';
import type { Attachment } from '#shared/attachment.ts';

type Upload = { name: string; done: () => void; fail: () => void };
const uploads = vi.hoisted((): Upload[] => []);

vi.mock('#client/lib/trpc.ts', () => ({ trpcClient: {} }));
vi.mock('#client/lib/upload-file.ts', () => ({
  uploadFile: (_: unknown, file: File) =>
    new Promise((resolve, reject) => {
      uploads.push({
        name: file.name,
        done: () => resolve({ id: file.name, fileName: file.name, byteSize: 1 } as Attachment),
        fail: () => reject(new AppClientError('NETWORK')),
      });
    }),
}));

const file = (name: string) => new File(['x'], name, { type: 'text/plain' });
const names = () => uploads.map(({ name }) => name);
const settle = (work: () => void) =>
  act(async () => {
    work();
    await new Promise((resolve) => setTimeout(resolve));
  });

describe('the files of a small win', () => {
  beforeEach(() => {
    uploads.length = 0;
  });

  it('go out once each, also when more are chosen while some are on their way', async () => {
    const { result } = renderHook(() => useEvidence([]));
    await settle(() => {
      result.current.add([file('a'), file('b')]);
      void result.current.sendAll('w');
    });
    await settle(() => {
      result.current.add([file('c')]);
      void result.current.sendAll('w');
    });
    expect(names()).toEqual(['a']);
    for (let index = 0; index < 3; index += 1) await settle(() => uploads[index]?.done());
    expect(names()).toEqual(['a', 'b', 'c']);
    expect(result.current.items.every((item) => item.state === 'kept')).toBe(true);
  });

  it('are waited for before the record is handed in', async () => {
    const { result } = renderHook(() => useEvidence([]));
    await settle(() => {
      result.current.add([file('a')]);
      void result.current.sendAll('w');
    });
    const finished = vi.fn();
    await settle(() => void result.current.sendAll('w').then(finished));
    expect(finished).not.toHaveBeenCalled();
    await settle(() => uploads[0]?.done());
    expect(finished).toHaveBeenCalledWith(true);
  });

  it('stay when they fail, are reported as left, and can be sent again', async () => {
    const { result } = renderHook(() => useEvidence([]));
    const finished = vi.fn();
    await settle(() => {
      result.current.add([file('a'), file('b')]);
      void result.current.sendAll('w').then(finished);
    });
    await settle(() => uploads[0]?.fail());
    await settle(() => uploads[1]?.done());
    expect(finished).toHaveBeenCalledWith(false);
    expect(result.current.items.map((item) => item.state)).toEqual(['failed', 'kept']);
    const [failed] = result.current.items;
    await settle(() => {
      if (failed) void result.current.send('w', failed);
    });
    await settle(() => uploads[2]?.done());
    expect(names()).toEqual(['a', 'b', 'a']);
    expect(result.current.items.every((item) => item.state === 'kept')).toBe(true);
  });
});
