import { useTranslation } from 'react-i18next';
import type { Overview } from '#shared/overview.ts';

/** The finding of the heat map in a sentence: who is critical in most issues. */
export function useLaggards(): (overview: Overview) => string | undefined {
  const { t } = useTranslation(['overview', 'common']);
  return ({ regions }) => {
    const counted = regions.map(({ area, cells }) => ({
      name: area.name,
      critical: cells.filter((cell) => cell.status.status === 'critical'),
      known: cells.filter((cell) => cell.status.status !== 'no_data').length,
    }));
    if (counted.every(({ known }) => known === 0)) return t('heat.nothing');
    const most = Math.max(...counted.map(({ critical }) => critical.length));
    if (most === 0) return t('heat.noneCritical');
    const worst = counted.filter(({ critical }) => critical.length === most);
    const areas = worst.map(({ name }) => name).join(', ');
    const [only] = worst;
    return worst.length === 1 && only
      ? t('heat.worst', {
          areas,
          issues: only.critical
            .map(({ issueId }) => t(`common:issue.${issueId.toLowerCase()}`).toLowerCase())
            .join(', '),
        })
      : t('heat.worstSeveral', { areas, count: most });
  };
}
