import { Button, Menu, Portal } from '@mantine/core';
import {
  IconClipboardText,
  IconDownload,
  IconFileSpreadsheet,
  IconFileText,
  IconFileUpload,
} from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notifyError, notifyInfo } from '#client/lib/notify.ts';
import { whenIdle } from '#client/lib/when-idle.ts';
import type { ColumnGroup } from './grid-columns.ts';
import classes from './paste.module.css';
import type { SheetRow } from './sheet-row.ts';
import { UploadDialog } from './upload-dialog.tsx';
import { useFileDrop } from './use-file-drop.ts';
import { useTemplateDownload } from './use-template-download.ts';

type UploadMenuProps = {
  rows: readonly SheetRow[];
  groups: readonly ColumnGroup[];
  /** Whether figures can be typed here now. */
  canType: boolean;
};

type ChosenFile = { id: number; file: File; hasMore: boolean };

const accepted = '.xlsx,.xlsm,.csv,.tsv,.txt,.xls,.ods';

/** The report as a file: taken away to be filled in or read, and given back. A file may be dropped on the page, too. */
export function UploadMenu({ rows, groups, canType }: UploadMenuProps) {
  const { t } = useTranslation('upload');
  const input = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [chosen, setChosen] = useState<ChosenFile>();
  const download = useTemplateDownload(rows, groups);
  const [isMaking, setMaking] = useState(false);

  function take(files: readonly File[]): void {
    const [file] = files;
    if (!file) return;
    if (canType) setChosen((before) => ({ id: (before?.id ?? 0) + 1, file, hasMore: files.length > 1 }));
    else notifyInfo(t('menu.dropClosed'));
  }
  const isDragged = useFileDrop(take);
  // Fetched with the page, not with the first file: the connection may be gone by then.
  useEffect(
    () =>
      whenIdle(() => {
        for (const part of [import('./template-download.ts'), import('./upload-read.ts')]) part.catch(() => undefined);
      }),
    [],
  );
  // A dialog learns where the focus goes back to when it opens; the chooser of files has left it on the page.
  useEffect(() => {
    if (chosen) button.current?.focus({ preventScroll: true });
  }, [chosen]);

  async function save(kind: 'xlsx' | 'csv'): Promise<void> {
    setMaking(true);
    try {
      await download(kind);
    } catch {
      notifyError(t('menu.failed'));
    } finally {
      setMaking(false);
    }
  }

  return (
    <>
      <Menu position="bottom-start" withinPortal shadow="md">
        <Menu.Target>
          <Button
            ref={button}
            variant="default"
            size="compact-sm"
            disabled={isMaking}
            leftSection={<IconFileSpreadsheet size={16} aria-hidden />}
          >
            {t('entry:tools.file')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item mih={40} leftSection={<IconDownload size={16} aria-hidden />} onClick={() => void save('xlsx')}>
            {t(canType ? 'menu.xlsx' : 'menu.xlsxView')}
          </Menu.Item>
          <Menu.Item mih={40} leftSection={<IconFileText size={16} aria-hidden />} onClick={() => void save('csv')}>
            {t('menu.csv')}
          </Menu.Item>
          {canType && (
            <Menu.Item
              mih={40}
              leftSection={<IconFileUpload size={16} aria-hidden />}
              onClick={() => input.current?.click()}
            >
              {t('menu.upload')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <input
        ref={input}
        type="file"
        hidden
        accept={accepted}
        aria-label={t('menu.upload')}
        onChange={(event) => {
          take([...(event.currentTarget.files ?? [])]);
          // The same file, mended and saved, can be chosen again.
          event.currentTarget.value = '';
        }}
      />
      {isDragged && (
        <Portal>
          <div className={classes.drop}>
            <span>
              <IconClipboardText size={22} aria-hidden />
              {t(canType ? 'menu.drop' : 'menu.dropClosed')}
            </span>
          </div>
        </Portal>
      )}
      {chosen && (
        <UploadDialog
          key={chosen.id}
          file={chosen.file}
          hasMore={chosen.hasMore}
          rows={rows}
          groups={groups}
          onChooseOther={() => input.current?.click()}
          onClose={() => setChosen(undefined)}
        />
      )}
    </>
  );
}
