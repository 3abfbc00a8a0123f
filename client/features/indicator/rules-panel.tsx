import { NativeSelect, Switch } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { notifyError, notifySuccess } from '#client/lib/notify.ts';
import { useCan } from '#client/lib/session.ts';
import { TableDownload } from '#client/lib/table-export/table-download.tsx';
import { trpc } from '#client/lib/trpc.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import { Panel } from '#client/ui/panel.tsx';
import { type RuleSeverity, ruleSeverities } from '#shared/consistency.ts';
import type { IssueId } from '#shared/indicator.ts';
import { type Catalogue, type Rule, useIndicatorWords } from './indicator-types.ts';
import { useRulesExport } from './rules-export.ts';
import classes from './rules-panel.module.css';

/** The rules between an issue's figures in words; each setting is saved as it is changed. */
export function RulesPanel({ catalogue, issueId }: { catalogue: Catalogue; issueId: IssueId }) {
  const { t } = useTranslation('indicators');
  const words = useIndicatorWords(catalogue);
  const exportOf = useRulesExport(catalogue);
  const rules = catalogue.rules.filter((rule) => rule.issueId === issueId);
  return (
    <Panel
      title={t('rules.title')}
      subtitle={t('rules.lead')}
      footer={
        <>
          <span>{t('rules.count', { count: rules.length })}</span>
          {rules.length > 0 && (
            <TableDownload
              isQuiet
              about={{
                title: t('rules.title'),
                filters: [{ label: t('export.issue'), text: t(`common:issue.${issueId.toLowerCase()}`) }],
              }}
              table={() => exportOf(rules)}
            />
          )}
        </>
      }
    >
      {rules.length === 0 ? (
        <p>{t('rules.empty')}</p>
      ) : (
        <ul className={classes.rules}>
          {rules.map((rule) => (
            <RuleRow key={rule.id} rule={rule} sentence={words.rule(rule)} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function RuleRow({ rule, sentence }: { rule: Rule; sentence: string }) {
  const { t, i18n } = useTranslation('indicators');
  const errorText = useErrorText();
  const mayEdit = useCan('indicator.manage');
  const { severity, requiresReason, isActive } = rule;
  const update = useMutation(
    trpc.indicator.updateRule.mutationOptions({
      onError: (error) => notifyError({ id: 'rule', message: errorText(error) }),
      onSuccess: () => notifySuccess({ id: 'rule', message: t('rules.saved') }),
    }),
  );
  const seen = { severity, requiresReason, isActive };
  const save = (changed: Partial<typeof seen>) => update.mutate({ id: rule.id, seen, ...seen, ...changed });
  const isDisabled = !mayEdit || update.isPending;
  return (
    <li>
      <div className={classes.words}>
        <strong>{sentence}</strong>
        <span>{i18n.language.startsWith('en') ? rule.messageEn : rule.messageId}</span>
      </div>
      <div className={classes.settings}>
        <NativeSelect
          aria-label={t('rules.severityOf', { rule: sentence })}
          data={ruleSeverities.map((value) => ({ value, label: t(`rules.severity.${value}`) }))}
          value={severity}
          disabled={isDisabled}
          onChange={(event) => {
            const chosen: RuleSeverity = event.currentTarget.value === 'block' ? 'block' : 'warn';
            save({ severity: chosen });
          }}
        />
        <Switch
          label={t('rules.requiresReason')}
          aria-label={t('rules.reasonOf', { rule: sentence })}
          checked={requiresReason}
          disabled={isDisabled}
          onChange={(event) => save({ requiresReason: event.currentTarget.checked })}
        />
        <Switch
          label={t('rules.isActive')}
          aria-label={t('rules.activeOf', { rule: sentence })}
          checked={isActive}
          disabled={isDisabled}
          onChange={(event) => save({ isActive: event.currentTarget.checked })}
        />
      </div>
    </li>
  );
}
