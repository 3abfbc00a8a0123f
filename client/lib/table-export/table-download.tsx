import { Button, Menu } from '@mantine/core';
import { IconDownload, IconFileSpreadsheet, IconFileText } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notifyError } from '#client/lib/notify.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import type { ExportTable } from './export-table.ts';
import { type ExportAbout, saveTable, type TableFile } from './save-table.ts';
import classes from './table-download.module.css';

interface TableDownloadProps {
  about: ExportAbout;
  /** Made with the press: a page is not slower for it. Rows that are not on the screen may be fetched first. */
  table: () => ExportTable | Promise<ExportTable>;
  /** What it says while rows are fetched. */
  busy?: string;
  /** Below a table, as the tools of a chart are; otherwise a button among others. */
  isQuiet?: boolean;
}

const button = { variant: 'default', mih: 44 } as const;

/** "Unduh": the table beside which it stands, as a workbook or as CSV. */
export function TableDownload({ about, table, busy, isQuiet = false }: TableDownloadProps) {
  const { t } = useTranslation('ui');
  const errorText = useErrorText();
  const [isSaving, setSaving] = useState(false);

  async function save(kind: TableFile): Promise<void> {
    setSaving(true);
    try {
      await saveTable(kind, await table(), about);
    } catch (error) {
      notifyError(errorText(error));
    } finally {
      setSaving(false);
    }
  }

  return (
    <Menu position="bottom-end" withinPortal shadow="md">
      <Menu.Target>
        <Button
          {...(isQuiet ? ({ variant: 'transparent', size: 'compact-xs', className: classes.quiet } as const) : button)}
          data-no-print
          disabled={isSaving}
          leftSection={<IconDownload size={isQuiet ? 14 : 18} aria-hidden />}
          aria-label={t('download.of', { title: about.title })}
        >
          {isSaving && busy ? busy : t('download.button')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconFileSpreadsheet size={16} aria-hidden />} onClick={() => void save('xlsx')}>
          {t('download.xlsx')}
        </Menu.Item>
        <Menu.Item leftSection={<IconFileText size={16} aria-hidden />} onClick={() => void save('csv')}>
          {t('download.csv')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
