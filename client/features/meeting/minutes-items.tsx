import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useClock } from '#client/lib/use-clock.ts';
import { useFormatValue } from '#client/ui/value-format.ts';
import type { FollowedFigure } from '#shared/action-item-brief.ts';
import { formatMonth } from '#shared/date-format.ts';
import type { ActionItem } from '#shared/meeting.ts';
import classes from './minutes-sheet.module.css';

/** Action items as minutes list them: who, by when, how it stands, and the figure then and now. */
export function MinutesItems({ caption, items }: { caption: string; items: readonly ActionItem[] }) {
  const { t } = useTranslation(['meeting', 'actionItem']);
  const clock = useClock();
  const figureText = useFigureText();
  return (
    <table className={classes.table}>
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('minutes.number')}</th>
          <th scope="col">{t('minutes.task')}</th>
          <th scope="col">{t('minutes.owner')}</th>
          <th scope="col">{t('minutes.due')}</th>
          <th scope="col">{t('minutes.state')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item, index) => (
          <tr key={item.id}>
            <td>{index + 1}</td>
            <td>
              {item.text}
              {item.figure && <span className={classes.small}>{figureText(item.figure)}</span>}
            </td>
            <td>{item.ownerAbbr}</td>
            <td>{clock.date(item.dueDate, 'short')}</td>
            <td>
              {t(`actionItem:state.${item.state}`)}
              {item.daysLate > 0 && `, ${t('actionItem:late', { count: item.daysLate })}`}
              {item.closingNote && <span className={classes.small}>{item.closingNote}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** `Anak keluar dari stunting, Polewali Mandar: 1.054 (Agt 2026) → 1.120 (Sep 2026), membaik` */
function useFigureText(): (figure: FollowedFigure) => string {
  const { t } = useTranslation('actionItem');
  const locale = useLocale();
  const formatValue = useFormatValue();
  return (figure) => {
    const { before, now, moved, isComparable } = figure;
    const format = { decimals: figure.decimals, percent: figure.isPercentage };
    const at = (point: { month: string; value: number | null }) =>
      t('figure.at', { value: formatValue(point.value, format), month: formatMonth(point.month, locale, 'short') });
    const place = t('figure.place', {
      indicator: locale === 'en' ? figure.nameEn : figure.nameId,
      area: figure.areaName,
    });
    const judged = moved ? t(`figure.${moved}`) : now && !isComparable ? t('figure.notComparable') : '';
    const values = `${before.value === null ? t('figure.noBefore') : at(before)} → ${now === null ? t('figure.noNow') : at(now)}`;
    return [`${place}: ${values}`, judged].filter((part) => part !== '').join(', ');
  };
}
