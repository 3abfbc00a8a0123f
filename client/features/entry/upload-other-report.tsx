import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { TextLink } from '#client/lib/text-link.tsx';
import { formatMonth } from '#shared/date-format.ts';
import { parseReportKey } from '#shared/report.ts';
import type { TemplateHead } from '#shared/spreadsheet/template.ts';
import classes from './paste.module.css';
import { useReport } from './sheet-context.ts';

type OtherReportProps = { head: TemplateHead; about: ReactNode; onClose: () => void; onChooseOther: () => void };

/** The template of another month, agency or issue: nothing of it is taken, and it is said where it belongs. */
export function OtherReport({ head, about, onClose, onChooseOther }: OtherReportProps) {
  const { t } = useTranslation('upload');
  const locale = useLocale();
  const { report } = useReport().grid;
  const file = parseReportKey(head.reportKey);
  const issueName = (issueId: string) => t(`common:issue.${issueId.toLowerCase()}`);
  const differences = [
    file.month !== report.month &&
      t('other_report.month', { file: formatMonth(file.month, locale), open: formatMonth(report.month, locale) }),
    file.issueId !== report.issueId &&
      t('other_report.issue', { file: issueName(file.issueId), open: issueName(report.issueId) }),
    file.agencyId !== report.agency.id && t('other_report.agency', { file: head.agencyName, open: report.agency.name }),
  ].filter((each) => each !== false);
  return (
    <div className={classes.refusal} role="alert">
      {about}
      <p>
        <strong>{t('other_report.title')}</strong>
      </p>
      {differences.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <p>{t('other_report.nothing')}</p>
      {file.agencyId === report.agency.id && (
        <TextLink to={`/pelaporan/${head.reportKey}`}>
          {t('other_report.link', { issue: issueName(file.issueId), month: formatMonth(file.month, locale) })}
        </TextLink>
      )}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          {t('close')}
        </Button>
        <Button onClick={onChooseOther}>{t('other')}</Button>
      </Group>
    </div>
  );
}
