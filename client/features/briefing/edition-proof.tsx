import { Button, CopyButton } from '@mantine/core';
import { IconAlertOctagon, IconCheck, IconCopy, IconShieldCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useSession } from '#client/lib/session.ts';
import { Tag } from '#client/ui/tag.tsx';
import type { Edition } from '#shared/briefing/edition.ts';
import { formatDateTime, formatMonth } from '#shared/date-format.ts';
import classes from './edition.module.css';

/** What stands behind an edition: when and by whom, which figures, and whether it is still what was frozen. */
export function EditionProof({ edition }: { edition: Edition }) {
  const { t } = useTranslation('briefing');
  const { app } = useSession();
  const locale = useLocale();
  const { head, isIntact, computedSha256 } = edition;
  return (
    <section className={classes.proof} aria-label={t('edition.proof')}>
      {!isIntact && (
        <div className={classes.broken} role="alert">
          <IconAlertOctagon size={22} aria-hidden />
          <div>
            <strong>{t('edition.brokenTitle')}</strong>
            <p>{t('edition.brokenText')}</p>
            <p>
              {t('edition.computed')} <code className={classes.hash}>{computedSha256}</code>
            </p>
          </div>
        </div>
      )}
      <dl className={classes.facts}>
        <Fact label={t('edition.month')}>{formatMonth(head.month, locale)}</Fact>
        <Fact label={t('edition.figures')}>
          <Tag kind={head.data} />
          {head.holdsSample && <Tag kind="sample" />}
        </Fact>
        <Fact label={t('edition.frozen')}>
          {t('edition.frozenBy', {
            time: formatDateTime(head.frozenAt, locale, app.timeZone, app.timeZoneLabel),
            name: head.frozenByName,
          })}
        </Fact>
        <Fact label={t('edition.count')}>{head.slideCount}</Fact>
      </dl>
      <div className={classes.mark}>
        <span className={classes.markLabel}>{t('edition.mark')}</span>
        <code className={classes.hash} data-hash>
          {head.sha256}
        </code>
        <CopyButton value={head.sha256}>
          {({ copied, copy }) => (
            <Button
              size="compact-sm"
              mih={32}
              variant="default"
              leftSection={copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
              onClick={copy}
            >
              {t(copied ? 'edition.copied' : 'edition.copy')}
            </Button>
          )}
        </CopyButton>
        {isIntact && (
          <span className={classes.intact}>
            <IconShieldCheck size={18} aria-hidden />
            {t('edition.intact')}
          </span>
        )}
      </div>
    </section>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
