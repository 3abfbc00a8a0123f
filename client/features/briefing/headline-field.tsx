import { Button, Textarea } from '@mantine/core';
import { IconAlertTriangle, IconSparkles } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import type { SlideContent } from '#shared/briefing/content.ts';
import { findContradictions } from '#shared/briefing/contradiction.ts';
import { maxTitle } from '#shared/briefing/slide.ts';
import classes from './slide-settings.module.css';
import { useTypedText } from './use-typed-text.ts';

interface HeadlineFieldProps {
  title: string | null;
  /** Undefined until the preview has the slide. */
  content: SlideContent | undefined;
  onChange: (title: string | null) => void;
}

/** The headline in one's own words; empty, it is the one proposed from the numbers. */
export function HeadlineField({ title, content, onChange }: HeadlineFieldProps) {
  const { t } = useTranslation('briefing');
  const locale = useLocale();
  const field = useTypedText(title ?? '', (text) => onChange(oneLine(text)));
  const proposed = content?.proposed[locale] ?? '';
  const contradictions = useMemo(
    () => (title !== null && content ? findContradictions(title, content) : []),
    [title, content],
  );
  return (
    <div className={classes.headline}>
      <Textarea
        label={t('settings.headline')}
        placeholder={proposed}
        description={title === null ? t('settings.headlineProposed') : t('settings.headlineOwn')}
        maxLength={maxTitle}
        autosize
        minRows={2}
        maxRows={5}
        {...field}
      />
      {contradictions.length > 0 && (
        <ul className={classes.contradictions} role="status">
          {contradictions.map(({ written, held }) => (
            <li key={written}>
              <IconAlertTriangle size={16} aria-hidden />
              <span>
                {held
                  ? t('contradiction.held', { written, held: held[locale] })
                  : t('contradiction.unheld', { written })}
              </span>
            </li>
          ))}
        </ul>
      )}
      {title !== null && (
        <div className={classes.proposal}>
          <p>
            <span>{t('settings.proposal')}</span> {proposed}
          </p>
          <Button
            size="compact-sm"
            variant="default"
            mih={32}
            leftSection={<IconSparkles size={14} aria-hidden />}
            onClick={() => onChange(null)}
          >
            {t('settings.useProposal')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** A headline has no lines of its own; nothing written is no headline. */
function oneLine(text: string): string | null {
  const line = text.replace(/\s*\n\s*/g, ' ');
  return line.trim() === '' ? null : line;
}
