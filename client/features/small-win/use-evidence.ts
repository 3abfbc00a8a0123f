import { useCallback, useEffect, useRef, useState } from 'react';
import { type AppClientError, toAppError } from '#client/lib/app-error.ts';
import { trpcClient } from '#client/lib/trpc.ts';
import { uploadFile } from '#client/lib/upload-file.ts';
import type { Attachment } from '#shared/attachment.ts';

export interface EvidenceItem {
  key: string;
  name: string;
  byteSize: number;
  /** A picture of a photo that is still on this device. */
  preview: string | null;
  file: File | null;
  attachment: Attachment | null;
  state: 'waiting' | 'uploading' | 'kept' | 'failed';
  percent: number;
  problem: AppClientError | null;
}

function itemOfAttachment(attachment: Attachment): EvidenceItem {
  const { id, fileName, byteSize } = attachment;
  return {
    key: id,
    name: fileName,
    byteSize,
    preview: null,
    file: null,
    attachment,
    state: 'kept',
    percent: 100,
    problem: null,
  };
}

function itemOfFile(file: File): EvidenceItem {
  return {
    key: crypto.randomUUID(),
    name: file.name,
    byteSize: file.size,
    preview: file.type.startsWith('image/') ? URL.createObjectURL(file) : null,
    file,
    attachment: null,
    state: 'waiting',
    percent: 0,
    problem: null,
  };
}

/**
 * The files of a record that is being written. Until the record has been saved they wait on this device; from then on
 * each is sent as it is chosen. One that fails stays, and can be sent again.
 */
export function useEvidence(attachments: readonly Attachment[]) {
  const [items, setItems] = useState<EvidenceItem[]>(() => attachments.map(itemOfAttachment));
  // Uploads run on while the list changes: what they read must be the present list.
  const present = useRef(items);
  present.current = items;
  const queue = useRef<Promise<unknown>>(Promise.resolve());

  const patch = useCallback((key: string, change: Partial<EvidenceItem>) => {
    present.current = present.current.map((item) => (item.key === key ? { ...item, ...change } : item));
    setItems(present.current);
  }, []);

  const upload = useCallback(
    async (smallWinId: string, { key, file }: EvidenceItem): Promise<void> => {
      if (!file) return;
      patch(key, { state: 'uploading', percent: 0, problem: null });
      try {
        const subject = { type: 'small_win', id: smallWinId } as const;
        const attachment = await uploadFile(subject, file, (percent) => patch(key, { percent }));
        patch(key, { state: 'kept', attachment, name: attachment.fileName, byteSize: attachment.byteSize, file: null });
      } catch (error) {
        patch(key, { state: 'failed', problem: toAppError(error) });
      }
    },
    [patch],
  );

  const inTurn = useCallback(<T>(work: () => Promise<T>): Promise<T> => {
    const turn = queue.current.then(work);
    queue.current = turn.catch(() => undefined);
    return turn;
  }, []);

  /**
   * Sends what has not been sent, one after the other, after what is being sent already; false when something is left.
   * So no file goes out twice, and a record is not handed in while one is on its way.
   */
  const sendAll = useCallback(
    (smallWinId: string): Promise<boolean> =>
      inTurn(async () => {
        const tried = new Set<string>();
        // The list may have grown or shrunk with every file that was sent.
        for (;;) {
          const item = present.current.find((each) => each.state !== 'kept' && !tried.has(each.key));
          if (!item) return present.current.every((each) => each.state === 'kept');
          tried.add(item.key);
          await upload(smallWinId, item);
        }
      }),
    [inTurn, upload],
  );

  /** Sends one file again. */
  const send = useCallback(
    (smallWinId: string, { key }: EvidenceItem): Promise<void> =>
      inTurn(async () => {
        const item = present.current.find((each) => each.key === key);
        if (item && item.state !== 'kept') await upload(smallWinId, item);
      }),
    [inTurn, upload],
  );

  const add = useCallback((files: readonly File[]): void => {
    present.current = [...present.current, ...files.map(itemOfFile)];
    setItems(present.current);
  }, []);

  /** @throws AppClientError when the server does not let a sent file go */
  const remove = useCallback(async ({ key, attachment, preview }: EvidenceItem): Promise<void> => {
    if (attachment) await trpcClient.smallWin.removeAttachment.mutate({ id: attachment.id });
    if (preview) URL.revokeObjectURL(preview);
    present.current = present.current.filter((item) => item.key !== key);
    setItems(present.current);
  }, []);

  useEffect(
    () => () => {
      for (const { preview } of present.current) if (preview) URL.revokeObjectURL(preview);
    },
    [],
  );

  const isUnsent = items.some((item) => item.state !== 'kept');
  useEffect(() => {
    if (!isUnsent) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isUnsent]);

  return { items, add, remove, send, sendAll };
}

export type Evidence = ReturnType<typeof useEvidence>;
