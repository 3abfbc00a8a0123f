import { Button } from '@mantine/core';
import { IconChecks, IconArrowForwardUp as IconRedo, IconSend, IconArrowBackUp as IconUndo } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { PageHeader } from '#client/ui/page-header.tsx';
import { Tag } from '#client/ui/tag.tsx';
import { formatMonth } from '#shared/date-format.ts';
import { CutOffEditor } from './cut-off-editor.tsx';
import classes from './entry-page.module.css';
import { SaveIndicator } from './save-indicator.tsx';
import { useReport, useSheet } from './sheet-context.ts';

type ReportHeaderProps = {
  /** The report's state and its deadline, which the page brings along. */
  badge: ReactNode;
  deadline: ReactNode;
  isLocked: boolean;
  canSubmit: boolean;
  hasSubmit: boolean;
  onSubmit: () => void;
  onVerifyAll: () => void;
};

export function ReportHeader({
  badge,
  deadline,
  isLocked,
  canSubmit,
  hasSubmit,
  onSubmit,
  onVerifyAll,
}: ReportHeaderProps) {
  const { t } = useTranslation('entry');
  const locale = useLocale();
  const { grid, snapshot } = useReport();
  const { mode, sheet } = useSheet();
  const { report } = grid;
  const title = t('title', {
    issue: t(`common:issue.${report.issueId.toLowerCase()}`).toLowerCase(),
    month: formatMonth(report.month, locale),
  });
  return (
    <PageHeader
      title={title}
      beside={
        <>
          {badge}
          {report.isSample && <Tag kind="sample" />}
        </>
      }
      meta={
        <span className={classes.meta}>
          <span>
            {report.agency.name} ·{' '}
            {areaWords(
              grid.areas.map(({ name }) => name),
              t,
            )}
          </span>
          <span>{deadline}</span>
          <CutOffEditor />
        </span>
      }
    >
      {(!isLocked || sheet.hasUnsaved()) && <SaveIndicator />}
      {mode === 'enter' && !isLocked && report.state !== 'submitted' && (
        <>
          <Button.Group className={classes.history}>
            <Button
              variant="default"
              px="xs"
              aria-label={t('action.undo')}
              title={`${t('action.undo')} (Ctrl+Z)`}
              disabled={!snapshot.canUndo}
              onClick={() => sheet.undo()}
            >
              <IconUndo size={16} aria-hidden />
            </Button>
            <Button
              variant="default"
              px="xs"
              aria-label={t('action.redo')}
              title={`${t('action.redo')} (Ctrl+Y)`}
              disabled={!snapshot.canRedo}
              onClick={() => sheet.redo()}
            >
              <IconRedo size={16} aria-hidden />
            </Button>
          </Button.Group>
          {hasSubmit && (
            <Button leftSection={<IconSend size={16} aria-hidden />} disabled={!canSubmit} onClick={onSubmit}>
              {t(report.state === 'verified' ? 'action.submitCorrection' : 'action.submit')}
            </Button>
          )}
        </>
      )}
      {mode === 'review' && (
        <Button variant="default" leftSection={<IconChecks size={16} aria-hidden />} onClick={onVerifyAll}>
          {t('action.verifyAll')}
        </Button>
      )}
    </PageHeader>
  );
}

function areaWords(
  names: readonly string[],
  t: (key: string, values: Record<string, string | number>) => string,
): string {
  if (names.length <= 3) return names.join(', ');
  return t('areas', { first: names.slice(0, 2).join(', '), count: names.length - 2 });
}
