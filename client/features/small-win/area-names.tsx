import { useTranslation } from 'react-i18next';
import type { SmallWinCard } from '#shared/small-win.ts';

interface AreaNamesProps {
  areas: SmallWinCard['areas'];
  /** More than this many are counted, not named. */
  most?: number;
}

/** "Mamuju, Kalukku +2 wilayah". */
export function AreaNames({ areas, most = Number.POSITIVE_INFINITY }: AreaNamesProps) {
  const { t } = useTranslation('smallWins');
  const names = areas.slice(0, most).map((area) => (area.level === 'province' ? t('province') : area.name));
  const rest = areas.length - names.length;
  return (
    <span>
      {names.join(', ')}
      {rest > 0 && ` ${t('moreAreas', { count: rest })}`}
    </span>
  );
}
