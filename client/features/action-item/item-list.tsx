import type { ActionItem } from '#shared/meeting.ts';
import classes from './action-item.module.css';
import { ItemCard } from './item-card.tsx';

interface ItemListProps {
  items: readonly ActionItem[];
  showMeeting?: boolean;
  namedId?: string | null;
}

export function ItemList({ items, showMeeting, namedId }: ItemListProps) {
  return (
    <ul className={classes.list}>
      {items.map((item) => (
        <ItemCard key={item.id} item={item} showMeeting={showMeeting} isNamed={item.id === namedId} />
      ))}
    </ul>
  );
}
