import { IconAlertTriangle, IconChevronDown, IconClockHour4, IconEyeOff, IconFlask } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { FactList } from '#client/ui/fact-list.tsx';
import { Tag } from '#client/ui/tag.tsx';
import type { DeckContent, SlideContent } from '#shared/briefing/content.ts';
import { formatMonth } from '#shared/date-format.ts';
import classes from './freeze-dialog.module.css';
import type { FreezeSummary } from './freeze-summary.ts';
import { useSlideWords } from './use-slide-words.ts';

interface FreezeFactsProps {
  content: DeckContent;
  summary: FreezeSummary;
}

export function FreezeFacts({ content, summary }: FreezeFactsProps) {
  const { t } = useTranslation('briefing');
  const locale = useLocale();
  const { kept, skipped, empty, contradicting, sample, provisional } = summary;
  return (
    <>
      <FactList
        facts={[
          { label: t('freeze.deck'), value: content.title },
          { label: t('freeze.month'), value: formatMonth(content.month, locale) },
          { label: t('freeze.data'), value: <Tag kind={content.data} /> },
          { label: t('freeze.slides'), value: String(kept.length) },
        ]}
      />
      {kept.length === 0 && <Warning icon={<IconEyeOff size={18} aria-hidden />} title={t('freeze.none')} />}
      <Warning
        icon={<IconAlertTriangle size={18} aria-hidden />}
        title={t('freeze.contradicting', { count: contradicting.length })}
        slides={contradicting}
        isGrave
      />
      <Warning
        icon={<IconClockHour4 size={18} aria-hidden />}
        title={t('freeze.provisional', { count: provisional.length })}
        slides={provisional}
      />
      <Warning
        icon={<IconFlask size={18} aria-hidden />}
        title={t('freeze.sample', { count: sample.length })}
        slides={sample}
      />
      <Warning
        icon={<IconEyeOff size={18} aria-hidden />}
        title={t('freeze.skipped', { count: skipped.length })}
        slides={skipped}
      />
      <Warning
        icon={<IconEyeOff size={18} aria-hidden />}
        title={t('freeze.empty', { count: empty.length })}
        slides={empty}
      />
    </>
  );
}

interface WarningProps {
  icon: ReactNode;
  title: string;
  /** Without any, there is nothing to warn of. */
  slides?: readonly SlideContent[];
  isGrave?: boolean;
}

function Warning({ icon, title, slides, isGrave }: WarningProps) {
  const words = useSlideWords();
  if (slides?.length === 0) return null;
  if (!slides) {
    return (
      <p className={classes.plain}>
        {icon}
        {title}
      </p>
    );
  }
  return (
    <details className={classes.warning} data-grave={isGrave || undefined}>
      <summary>
        {icon}
        <span>{title}</span>
        <IconChevronDown className={classes.chevron} size={16} aria-hidden />
      </summary>
      <ul>
        {slides.map((slide) => (
          <li key={slide.id}>{words.headline(slide)}</li>
        ))}
      </ul>
    </details>
  );
}
