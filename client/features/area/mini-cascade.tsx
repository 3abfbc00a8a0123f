import { useTranslation } from 'react-i18next';
import { cascadeBars } from '#client/charts/cascade-model.ts';
import { FigureNumber } from '#client/lib/figure-number.tsx';
import { useFigureText } from '#client/lib/figure-text.ts';
import { issueColor } from '#client/theme.ts';
import type { CascadeAnswer } from '#shared/issue-page.ts';
import classes from './area-issue-card.module.css';

interface MiniCascadeProps {
  cascade: CascadeAnswer;
  issueId: string;
  areaId: string;
}

/** The stages as a list with thin bars on one scale. A stage without a figure says so and has no bar. */
export function MiniCascade({ cascade, issueId, areaId }: MiniCascadeProps) {
  const { t } = useTranslation('area');
  const text = useFigureText();
  const { stages, month } = cascade;
  const bars = cascadeBars(
    stages.map(({ indicator, figure }) => ({ key: indicator.id, label: '', value: figure?.value ?? null })),
  );
  return (
    <ul className={classes.stages} aria-label={t('issues.cascade')}>
      {stages.map(({ indicator, figure }) => {
        const length = bars.find(({ key }) => key === indicator.id)?.length;
        return (
          <li key={indicator.id} className={classes.stage}>
            <span>{text.shortName(indicator)}</span>
            <FigureNumber figure={figure} indicator={indicator} missingAt={{ areaId, month }} />
            <span className={classes.track}>
              {length !== undefined && (
                <span className={classes.bar} style={{ width: `${length * 100}%`, background: issueColor(issueId) }} />
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
