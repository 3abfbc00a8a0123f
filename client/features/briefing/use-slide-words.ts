import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useChoices } from '#client/lib/use-choices.ts';
import type { SlideContent } from '#shared/briefing/content.ts';
import type { SlideFilter, SlideKind } from '#shared/briefing/slide.ts';

export interface SlideWords {
  kind: (kind: SlideKind) => string;
  hint: (kind: SlideKind) => string;
  /** "Isu · Stunting · Majene": what kind of slide, about what. */
  subject: (slide: { kind: SlideKind; filter: SlideFilter }) => string;
  headline: (content: Pick<SlideContent, 'written' | 'proposed'>) => string;
}

/** What slides are called, in the language of the screen. */
export function useSlideWords(): SlideWords {
  const { t } = useTranslation('briefing');
  const locale = useLocale();
  const choices = useChoices();
  return useMemo(() => {
    const kind = (each: SlideKind) => t(`kind.${each}.name`);
    return {
      kind,
      hint: (each) => t(`kind.${each}.hint`),
      subject: ({ kind: each, filter: { issueId, areaId } }) =>
        [kind(each), issueId && choices.issueName(issueId), areaId && choices.areaName(areaId)]
          .filter(Boolean)
          .join(' · '),
      headline: ({ written, proposed }) => written ?? proposed[locale],
    };
  }, [t, locale, choices]);
}
