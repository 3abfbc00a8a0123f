import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { type ExportTable, exportTable } from '#client/lib/table-export/export-table.ts';
import { type Catalogue, type Rule, useIndicatorWords } from './indicator-types.ts';

/** The rules between figures as they go into a file. */
export function useRulesExport(catalogue: Catalogue): (rules: readonly Rule[]) => ExportTable {
  const { t } = useTranslation(['indicators', 'common']);
  const words = useIndicatorWords(catalogue);
  const locale = useLocale();
  const answer = (isSo: boolean) => t(isSo ? 'common:state.yes' : 'common:state.no');
  return (rules) =>
    exportTable<Rule>(
      [
        { header: t('export.rule'), kind: 'text', value: words.rule },
        {
          header: t('export.message'),
          kind: 'text',
          value: (rule) => (locale === 'en' ? rule.messageEn : rule.messageId),
        },
        { header: t('export.severity'), kind: 'text', value: (rule) => t(`rules.severity.${rule.severity}`) },
        { header: t('rules.requiresReason'), kind: 'text', value: (rule) => answer(rule.requiresReason) },
        { header: t('rules.isActive'), kind: 'text', value: (rule) => answer(rule.isActive) },
      ],
      rules,
    );
}
