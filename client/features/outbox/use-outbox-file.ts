import { useTranslation } from 'react-i18next';
import { notifyInfo, notifySuccess } from '#client/lib/notify.ts';
import type { KeptText } from '#client/lib/outbox/outbox-item.ts';
import type { OutboxAccess, OutboxSnapshot } from '#client/lib/outbox/outbox-snapshot.ts';
import { saveFile } from '#client/lib/save-file.ts';
import { useSession } from '#client/lib/session.ts';
import { currentDate } from '#shared/month.ts';
import { largestFileBytes, outboxFileName, readOutboxFile, writeOutboxFile } from './outbox-file.ts';
import { useOutboxWords } from './use-outbox-words.ts';

export type OutboxFileActions = {
  /** Hands everything that is unsent to the browser as a download. */
  exportFile: (snapshot: OutboxSnapshot) => void;
  /** Takes a file in; resolves with the sentence that says why not, or undefined. */
  importFile: (outbox: OutboxAccess, file: File) => Promise<string | undefined>;
};

export function useOutboxFile(): OutboxFileActions {
  const { t } = useTranslation('outbox');
  const { user, app } = useSession();
  const words = useOutboxWords();

  function exportFile({ items, texts }: OutboxSnapshot): void {
    if (!user) return;
    const now = new Date();
    const name = outboxFileName(currentDate(now, app.timeZone));
    const content = writeOutboxFile(
      { items, texts },
      {
        owner: { userId: user.id, name: user.name, agencyName: user.agencyName },
        explanation: t('file.explanation'),
        line: words.line,
        now,
      },
    );
    saveFile(new Blob([content], { type: 'application/json' }), name);
    notifySuccess(t('file.exported', { count: items.length + texts.length, file: name }));
  }

  async function importFile(outbox: OutboxAccess, file: File): Promise<string | undefined> {
    if (file.size > largestFileBytes) return t('file.tooLarge', { file: file.name });
    let content: string;
    try {
      content = await file.text();
    } catch {
      return t('file.unreadable', { file: file.name });
    }
    const reading = readOutboxFile(content, outbox.userId);
    if (!reading.ok) {
      const name = reading.why === 'otherAccount' ? reading.owner.name : '';
      return t(`file.${reading.why}`, { file: file.name, name });
    }
    const present = new Set(outbox.snapshot().texts.map(placeOf));
    const newTexts = reading.texts.filter((text) => !present.has(placeOf(text))).length;
    const count = newTexts + (await outbox.importItems(reading.items, reading.texts));
    if (count > 0) notifySuccess(t('file.imported', { count }));
    else notifyInfo(t('file.importedNothing'));
    return undefined;
  }

  return { exportFile, importFile };
}

function placeOf({ reportKey, cell }: KeptText): string {
  return `${reportKey} ${cell}`;
}
