import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useChoices } from '#client/lib/use-choices.ts';
import { formatMonth } from '#shared/date-format.ts';
import type { SaveState } from './field-saver.ts';
import type { SlideFields } from './slide-fields.ts';
import classes from './slide-settings.module.css';

interface SlideConflictProps {
  state: Extract<SaveState<SlideFields>, { phase: 'conflict' }>;
  onChoose: (choice: 'mine' | 'theirs') => void;
}

/** Two people changed the same field of a slide: both versions, and a choice. Neither is lost before it is made. */
export function SlideConflict({ state: { fields, theirs, clashes }, onChoose }: SlideConflictProps) {
  const { t } = useTranslation('briefing');
  const text = useFieldText();
  return (
    <div className={classes.conflict} role="alert">
      <strong>
        <IconAlertTriangle size={16} aria-hidden />
        {t('conflict.title')}
      </strong>
      <p>{t('conflict.text')}</p>
      <dl className={classes.versions}>
        {clashes.map((name) => (
          <div key={name}>
            <dt>{t(`conflict.field.${name}`)}</dt>
            <dd>
              <span>{t('conflict.mine')}</span>
              {text(name, fields)}
            </dd>
            <dd>
              <span>{t('conflict.theirs')}</span>
              {text(name, theirs)}
            </dd>
          </div>
        ))}
      </dl>
      <div className={classes.choices}>
        <Button size="xs" mih={36} onClick={() => onChoose('mine')}>
          {t('conflict.useMine')}
        </Button>
        <Button size="xs" mih={36} variant="default" onClick={() => onChoose('theirs')}>
          {t('conflict.useTheirs')}
        </Button>
      </div>
    </div>
  );
}

function useFieldText(): (name: keyof SlideFields, fields: SlideFields) => string {
  const { t } = useTranslation('briefing');
  const locale = useLocale();
  const choices = useChoices();
  return (name, fields) => {
    if (name === 'title') return fields.title ?? t('conflict.proposed');
    if (name !== 'filter') return fields[name] || t('conflict.empty');
    const { issueId, areaId, month } = fields.filter;
    return [
      issueId ? choices.issueName(issueId) : t('settings.allIssues'),
      areaId ? choices.areaName(areaId) : t('settings.wholeProvince'),
      month ? formatMonth(month, locale) : t('settings.deckMonth'),
    ].join(' · ');
  };
}
