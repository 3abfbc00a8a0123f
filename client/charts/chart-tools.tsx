import { Menu } from '@mantine/core';
import {
  IconChartLine,
  IconDownload,
  IconFileSpreadsheet,
  IconFileText,
  IconPhoto,
  IconTable,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fileNameOf, saveFile } from '#client/lib/save-file.ts';
import { type ExportAbout, saveTable, type TableFile } from '#client/lib/table-export/save-table.ts';
import { chartExport } from './chart-export.ts';
import classes from './chart-frame.module.css';
import type { ChartTable } from './chart-table.ts';
import { type PictureText, toPng } from './rasterise.ts';

type ChartToolsProps = {
  about: ExportAbout;
  table: ChartTable;
  asTable: boolean;
  onToggleTable: () => void;
  /** The chart as it stands; no body while the table is shown. */
  picture: () => { body: HTMLElement | null; text: PictureText };
};

export function ChartTools({ about, table, asTable, onToggleTable, picture }: ChartToolsProps) {
  const { t } = useTranslation('charts');
  const { title } = about;
  const [failed, setFailed] = useState<'table' | 'picture'>();

  async function savePicture(): Promise<void> {
    const { body, text } = picture();
    if (!body) return;
    try {
      setFailed(undefined);
      saveFile(await toPng(body, text), `${fileNameOf(title)}.png`);
    } catch {
      setFailed('picture');
    }
  }

  async function save(kind: TableFile): Promise<void> {
    try {
      setFailed(undefined);
      await saveTable(kind, chartExport(table), about);
    } catch {
      setFailed('table');
    }
  }

  return (
    <>
      <div className={classes.tools} data-no-print>
        <button type="button" className={classes.tool} onClick={onToggleTable}>
          {asTable ? <IconChartLine size={14} aria-hidden /> : <IconTable size={14} aria-hidden />}
          {asTable ? t('frame.showChart') : t('frame.showTable')}
        </button>
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <button type="button" className={classes.tool} aria-label={t('frame.downloadOf', { title })}>
              <IconDownload size={14} aria-hidden />
              {t('frame.download')}
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconFileSpreadsheet size={15} aria-hidden />} onClick={() => void save('xlsx')}>
              {t('frame.xlsx')}
            </Menu.Item>
            <Menu.Item leftSection={<IconFileText size={15} aria-hidden />} onClick={() => void save('csv')}>
              {t('frame.csv')}
            </Menu.Item>
            {!asTable && (
              <Menu.Item leftSection={<IconPhoto size={15} aria-hidden />} onClick={() => void savePicture()}>
                {t('frame.png')}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      </div>
      {failed && (
        <p role="alert" className={classes.failed}>
          {t(failed === 'table' ? 'frame.tableFailed' : 'frame.pngFailed')}
        </p>
      )}
    </>
  );
}
