import { Button, Group, Loader, Select, Stack } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { notifySuccess } from '#client/lib/notify.ts';
import { useClock } from '#client/lib/use-clock.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import { Dialog } from '#client/ui/dialog.tsx';
import { planImport } from '#shared/spreadsheet/plan.ts';
import { NoteLine } from './cell-lines.tsx';
import type { ColumnGroup } from './grid-columns.ts';
import classes from './paste.module.css';
import { PastePreview } from './paste-preview.tsx';
import { useReport } from './sheet-context.ts';
import type { SheetRow } from './sheet-row.ts';
import { OtherReport } from './upload-other-report.tsx';
import type { ForeignUpload, TemplateUpload, Upload } from './upload-read.ts';
import { writtenReport } from './upload-written.ts';
import { useImportTarget } from './use-import-plan.ts';

type UploadDialogProps = {
  file: File;
  /** Said first: of several files only one is read. */
  hasMore: boolean;
  rows: readonly SheetRow[];
  groups: readonly ColumnGroup[];
  onChooseOther: () => void;
  onClose: () => void;
};

/** A file before any of it is used: what it is, what it would change, what has to be answered. One key for each file. */
export function UploadDialog({ file, hasMore, rows, groups, onChooseOther, onClose }: UploadDialogProps) {
  const { t } = useTranslation('upload');
  const isPhone = useMediaQuery('(max-width: 47.99em)', undefined, { getInitialValueInEffect: false });
  const { upload, problem } = useUpload(file);
  const isPreview = upload?.kind === 'template' || upload?.kind === 'foreign';
  const about = (
    <p className={classes.lead}>
      {t('file', { name: file.name })}
      {hasMore && ` ${t('menu.oneFile', { name: file.name })}`}
    </p>
  );
  const preview = {
    rows,
    groups,
    onCancel: onClose,
    onApplied: (count: number, notes: number) => {
      if (count > 0) notifySuccess(t('applied', { count }));
      if (notes > 0) notifySuccess(t('appliedNotes', { count: notes }));
      onClose();
    },
  };
  const refusal = problem ?? (upload?.kind === 'problem' ? t(`problem.${upload.code}`) : undefined);
  return (
    <Dialog opened onClose={onClose} title={t('title')} size={isPreview ? 860 : 'lg'} fullScreen={isPhone}>
      {!upload && !problem && (
        <Group role="status" gap="sm">
          <Loader size="sm" aria-hidden />
          {t('reading', { name: file.name })}
        </Group>
      )}
      {refusal && (
        <div className={classes.refusal}>
          {about}
          <p role="alert">{refusal}</p>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('close')}
            </Button>
            <Button onClick={onChooseOther}>{t('other')}</Button>
          </Group>
        </div>
      )}
      {upload?.kind === 'other_report' && (
        <OtherReport head={upload.head} about={about} onClose={onClose} onChooseOther={onChooseOther} />
      )}
      {upload?.kind === 'template' && <TemplatePreview upload={upload} about={about} {...preview} />}
      {upload?.kind === 'foreign' && <ForeignPreview upload={upload} about={about} {...preview} />}
    </Dialog>
  );
}

/** What reads a file comes with the first one. */
function useUpload(file: File): { upload: Upload | undefined; problem: string | undefined } {
  const { grid } = useReport();
  const locale = useLocale();
  const errorText = useErrorText();
  // The report may change while the file is looked at; what the file is does not.
  const [start] = useState({ grid, locale });
  const [upload, setUpload] = useState<Upload>();
  const [failure, setFailure] = useState<unknown>();
  useEffect(() => {
    let isCurrent = true;
    import('./upload-read.ts')
      .then(({ readUpload }) => readUpload(file, start.grid, start.locale))
      .then(
        (read) => isCurrent && setUpload(read),
        (error: unknown) => isCurrent && setFailure(error),
      );
    return () => {
      isCurrent = false;
    };
  }, [file, start]);
  return { upload, problem: failure === undefined ? undefined : errorText(failure) };
}

type PreviewProps = {
  about: React.ReactNode;
  rows: readonly SheetRow[];
  groups: readonly ColumnGroup[];
  onCancel: () => void;
  onApplied: (count: number, notes: number) => void;
};

function Unchanged({ text }: { text: string }) {
  const { t } = useTranslation('upload');
  return (
    <Stack gap={4}>
      <strong>{t('nothing.title')}</strong>
      <span>{text}</span>
    </Stack>
  );
}

function TemplatePreview({ upload, about, ...props }: PreviewProps & { upload: TemplateUpload }) {
  const { t } = useTranslation('upload');
  const { grid } = useReport();
  const clock = useClock();
  const { template } = upload;
  const written = useMemo(() => template && writtenReport(template, grid.indicators), [template, grid.indicators]);
  return (
    <PastePreview
      {...props}
      sheet={upload.sheet}
      startKey={undefined}
      upload={{ file: upload, written }}
      about={
        <>
          {about}
          {template && <p className={classes.lead}>{t('madeAt', { time: clock.time(template.madeAt) })}</p>}
        </>
      }
      unchanged={<Unchanged text={t('nothing.template')} />}
    />
  );
}

function ForeignPreview({ upload, about, ...props }: PreviewProps & { upload: ForeignUpload }) {
  const { t } = useTranslation('upload');
  const { target } = useImportTarget({ startKey: undefined, rows: props.rows, groups: props.groups });
  const counts = useMemo(
    () => upload.sheets.map(({ cells }) => planImport(cells, target).cells.length),
    [upload.sheets, target],
  );
  const [chosen, setChosen] = useState<number>();
  const best = counts.indexOf(Math.max(...counts));
  const at = chosen ?? best;
  const sheet = upload.sheets[at];
  if (!sheet) return null;
  const { formulas } = sheet;
  return (
    <PastePreview
      {...props}
      key={at}
      sheet={sheet}
      startKey={undefined}
      about={
        <>
          {about}
          {upload.sheets.length > 1 && (
            <Select
              label={t('sheets.label')}
              allowDeselect={false}
              data={upload.sheets.map(({ name }, index) => ({
                value: String(index),
                label: t('sheets.figures', { name, count: counts[index] ?? 0 }),
              }))}
              value={String(at)}
              onChange={(value) => setChosen(Number(value ?? at))}
            />
          )}
          {upload.isOtherFormat && <NoteLine tone="warn">{t('remark.otherFormat')}</NoteLine>}
          {upload.hiddenSheets.length > 0 && (
            <NoteLine tone="quiet">
              {t('remark.hiddenSheets', { count: upload.hiddenSheets.length, names: upload.hiddenSheets.join('; ') })}
            </NoteLine>
          )}
          {formulas > 0 && <NoteLine tone="quiet">{t('remark.formulas', { count: formulas })}</NoteLine>}
        </>
      }
      unchanged={<Unchanged text={t('nothing.foreign')} />}
    />
  );
}
