import { Button, Group, Input, Select, Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useSession } from '#client/lib/session.ts';
import { MonthPicker } from '#client/ui/month-picker.tsx';
import { readClaim } from './form-values.ts';
import classes from './small-win-form.module.css';
import type { useChoices } from './use-choices.ts';
import type { SmallWinFormState } from './use-small-win-form.ts';

interface ClaimFieldsProps {
  state: Pick<SmallWinFormState, 'values' | 'change' | 'problems'>;
  choices: ReturnType<typeof useChoices>;
  problemText: (code: string | undefined) => string | undefined;
}

/** The figure that the story names, and the cell it is about. */
export function ClaimFields({ state: { values, change, problems }, choices, problemText }: ClaimFieldsProps) {
  const { t } = useTranslation('smallWins');
  const locale = useLocale();
  const { app } = useSession();
  const indicator = choices.indicators.find((each) => each.id === values.claimIndicatorId);
  const reading = values.claimValue === '' ? undefined : readClaim(values.claimValue, indicator?.decimals ?? 0, locale);
  const unit = indicator && (locale === 'en' ? indicator.unitEn : indicator.unitId);
  return (
    <>
      <Switch
        size="md"
        label={t('form.claimOn')}
        description={t('form.claimHint')}
        checked={values.hasClaim}
        onChange={(event) =>
          change({
            hasClaim: event.currentTarget.checked,
            claimAreaId: values.claimAreaId ?? values.areaIds[0] ?? choices.provinceId ?? null,
          })
        }
      />
      {values.hasClaim && (
        <div className={classes.grid}>
          <Select
            label={t('form.indicator')}
            placeholder={t('form.indicatorHint')}
            data={choices.indicatorsOf(values.issueId)}
            value={values.claimIndicatorId}
            onChange={(claimIndicatorId) => change({ claimIndicatorId })}
            error={problemText(problems.claimIndicatorId)}
            searchable
            required
            size="md"
          />
          <Select
            label={t('form.claimArea')}
            data={choices.areas}
            value={values.claimAreaId}
            onChange={(claimAreaId) => change({ claimAreaId })}
            error={problemText(problems.claimAreaId)}
            nothingFoundMessage={t('filter.areaNothing')}
            searchable
            required
            size="md"
          />
          <Input.Wrapper
            label={t('form.claimMonth')}
            labelElement="div"
            error={problemText(problems.claimMonth)}
            required
            size="md"
          >
            <div>
              <MonthPicker
                value={values.claimMonth}
                max={app.currentMonth}
                onChange={(claimMonth) => change({ claimMonth })}
              />
            </div>
          </Input.Wrapper>
          <div>
            <TextInput
              label={unit ? t('form.valueUnit', { unit }) : t('form.value')}
              value={values.claimValue}
              onChange={(event) => change({ claimValue: event.currentTarget.value })}
              error={problemText(problems.claimValue)}
              inputMode="decimal"
              autoComplete="off"
              maxLength={40}
              required
              size="md"
            />
            {reading?.kind === 'question' && (
              <div className={classes.question} role="status">
                <span>{t('form.valueQuestion')}</span>
                <Group gap={8} mt={4}>
                  {reading.candidates.map((candidate) => (
                    <Button
                      key={candidate.label}
                      variant="default"
                      size="sm"
                      mih={44}
                      onClick={() => change({ claimValue: candidate.label })}
                    >
                      {candidate.label}
                    </Button>
                  ))}
                </Group>
              </div>
            )}
          </div>
        </div>
      )}
    </>
  );
}
