import { useTranslation } from 'react-i18next';
import type { PreviewLine } from './preview-lines.ts';

/** What would become of a row, in words; of a refused one, why. */
export function useOutcomeText(): (line: PreviewLine) => string {
  const { t } = useTranslation('historyImport');
  return ({ result: { outcome, refusal, isCorrection } }) => {
    if (refusal !== null) return t(`reason.${refusal}`);
    const text = t(`outcome.${outcome}`);
    return isCorrection ? `${text} (${t('preview.correction')})` : text;
  };
}
