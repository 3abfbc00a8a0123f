import type { Overview } from '#shared/overview.ts';
import { IssueCard } from './issue-card.tsx';
import classes from './issue-cards.module.css';

/** The five issues side by side. */
export function IssueCards({ overview }: { overview: Overview }) {
  const { cards, month, province, regions } = overview;
  return (
    <ul className={classes.cards}>
      {cards.map((card) => {
        const areaId = card.headline.figure?.areaId;
        const standIn = areaId === province.id ? undefined : regions.find(({ area }) => area.id === areaId);
        return (
          <IssueCard
            key={card.issue.id}
            card={card}
            month={month}
            provinceId={province.id}
            standIn={standIn?.area.name}
          />
        );
      })}
    </ul>
  );
}
