import { Anchor, Button, Progress } from '@mantine/core';
import { IconAlertTriangle, IconDownload, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useClock } from '#client/lib/use-clock.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import { FormError } from '#client/ui/form-error.tsx';
import type { ExportJob } from '#shared/briefing/export.ts';
import { formatNumber } from '#shared/number-format.ts';
import classes from './export.module.css';
import { exportIcons } from './export-kinds.tsx';
import { exportAddress, type useExports } from './use-exports.ts';

/** Files of the edition, the latest first: how far each is, or what to do about it. */
export function ExportJobs({ exports }: { exports: ReturnType<typeof useExports> }) {
  const { t } = useTranslation('exporting');
  const errorText = useErrorText();
  const { jobs, loadError } = exports;
  return (
    <section aria-labelledby="export-jobs">
      <h3 id="export-jobs" className={classes.label}>
        {t('files')}
      </h3>
      {loadError && <FormError>{errorText(loadError)}</FormError>}
      {jobs.length === 0 && !loadError && <p className={classes.hint}>{t('none')}</p>}
      <ul className={classes.jobs}>
        {jobs.map((job) => (
          <li key={job.id} className={classes.job}>
            {exportIcons[job.kind]}
            <div className={classes.words}>
              <span className={classes.name}>{job.fileName}</span>
              <JobState job={job} />
            </div>
            <JobAction job={job} exports={exports} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function JobState({ job }: { job: ExportJob }) {
  const { t } = useTranslation('exporting');
  const locale = useLocale();
  const clock = useClock();
  const percent = Math.round(job.progress * 100);
  switch (job.state) {
    case 'queued':
    case 'running':
      return (
        <>
          <span className={classes.hint} role="status">
            {job.state === 'queued' ? t('state.queued') : t('state.running', { percent })}
          </span>
          <Progress
            value={job.state === 'queued' ? 100 : Math.max(3, percent)}
            size="md"
            animated={job.state === 'queued'}
            aria-label={t('progressOf', { file: job.fileName })}
          />
        </>
      );
    case 'done':
      return (
        <span className={classes.hint} role="status">
          {t('state.done', { size: sizeText(job.byteSize ?? 0, locale), time: clock.time(job.createdAt) })}
        </span>
      );
    case 'failed':
      return (
        <span className={classes.failed} role="alert">
          <IconAlertTriangle size={14} aria-hidden />
          {t(`failure.${job.failure ?? 'INTERNAL'}`)}
        </span>
      );
  }
}

function JobAction({ job, exports }: { job: ExportJob; exports: ReturnType<typeof useExports> }) {
  const { t } = useTranslation('exporting');
  if (job.state === 'done') {
    return (
      <Anchor
        href={exportAddress(job.id)}
        download={job.fileName}
        className={classes.download}
        aria-label={t('downloadOf', { file: job.fileName })}
      >
        <IconDownload size={18} aria-hidden />
        {t('download')}
      </Anchor>
    );
  }
  if (job.state !== 'failed') return null;
  return (
    <Button
      size="xs"
      mih={36}
      variant="default"
      leftSection={<IconRefresh size={16} aria-hidden />}
      loading={exports.starting === job.id}
      onClick={() => void exports.again(job)}
    >
      {t('again')}
    </Button>
  );
}

function sizeText(bytes: number, locale: 'id' | 'en'): string {
  if (bytes >= 1_000_000) return `${formatNumber(bytes / 1_000_000, { locale, decimals: 1 })} MB`;
  return `${formatNumber(Math.max(1, Math.round(bytes / 1000)), { locale, decimals: 0 })} kB`;
}
