import { Menu } from '@mantine/core';
import { IconChartLine, IconDownload, IconPhoto, IconTable } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import classes from './chart-frame.module.css';
import type { ChartTable } from './chart-table.ts';
import { toCsv } from './csv.ts';
import { fileNameOf, saveFile } from './download.ts';
import { type PictureText, toPng } from './rasterise.ts';

type ChartToolsProps = {
  title: string;
  table: ChartTable;
  asTable: boolean;
  onToggleTable: () => void;
  /** The chart as it stands; no body while the table is shown. */
  picture: () => { body: HTMLElement | null; text: PictureText };
};

export function ChartTools({ title, table, asTable, onToggleTable, picture }: ChartToolsProps) {
  const { t } = useTranslation('charts');
  const locale = useLocale();
  const [failed, setFailed] = useState(false);

  async function savePicture(): Promise<void> {
    const { body, text } = picture();
    if (!body) return;
    try {
      setFailed(false);
      saveFile(await toPng(body, text), `${fileNameOf(title)}.png`);
    } catch {
      setFailed(true);
    }
  }

  function saveTable(): void {
    const content = new Blob([toCsv(table, locale)], { type: 'text/csv;charset=utf-8' });
    saveFile(content, `${fileNameOf(title)}.csv`);
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
            <Menu.Item leftSection={<IconTable size={15} aria-hidden />} onClick={saveTable}>
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
          {t('frame.pngFailed')}
        </p>
      )}
    </>
  );
}
