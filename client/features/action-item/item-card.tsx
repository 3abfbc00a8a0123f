import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { confirmAction } from '#client/lib/confirm.ts';
import { notifyError, notifySuccess } from '#client/lib/notify.ts';
import { queryClient } from '#client/lib/query-client.ts';
import { TextLink } from '#client/lib/text-link.tsx';
import { trpcClient } from '#client/lib/trpc.ts';
import { useClock } from '#client/lib/use-clock.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import { useToday } from '#client/lib/use-today.ts';
import { IssueName } from '#client/ui/issue-name.tsx';
import { RowMenu } from '#client/ui/row-menu.tsx';
import { Tag } from '#client/ui/tag.tsx';
import { isClosed } from '#shared/action-item.ts';
import { formatRelativeDays } from '#shared/date-format.ts';
import type { ActionItem } from '#shared/meeting.ts';
import { daysBetween } from '#shared/month.ts';
import classes from './action-item.module.css';
import { ItemForm } from './item-form.tsx';
import { type ItemMove, movesFrom } from './item-moves.ts';
import { ItemSteps } from './item-steps.tsx';
import { FigureMovement, LateMark, StateMark } from './marks.tsx';
import { ProgressDialog } from './progress-dialog.tsx';

interface ItemCardProps {
  item: ActionItem;
  /** Says which meeting it comes from; not on the page of that meeting. */
  showMeeting?: boolean;
  /** The one the address asks for. */
  isNamed?: boolean;
}

/** An action item with its state, its figure, its history and what the reader may do with it. */
export function ItemCard({ item, showMeeting = true, isNamed = false }: ItemCardProps) {
  const { t } = useTranslation('actionItem');
  const clock = useClock();
  return (
    <li className={classes.item} data-late={item.daysLate > 0 || undefined} data-named={isNamed || undefined}>
      <div className={classes.head}>
        <h3 className={classes.text}>{item.text}</h3>
        <ItemActions item={item} />
      </div>
      <div className={classes.marks}>
        <LateMark days={item.daysLate} />
        <StateMark state={item.state} />
        {item.isSample && <Tag kind="sample" />}
      </div>
      <div className={classes.facts}>
        <span className={classes.owner} title={item.ownerName}>
          {item.ownerAbbr}
        </span>
        <DueText item={item} />
        {item.issueId && <IssueName issueId={item.issueId} />}
      </div>
      {item.closingNote && <p className={classes.closing}>{item.closingNote}</p>}
      {item.figure && <FigureMovement figure={item.figure} />}
      {showMeeting && item.meetingId && item.meetingTitle && item.meetingDate && (
        <p className={classes.quiet}>
          <TextLink to={`/koordinasi/${item.meetingId}`}>
            {t('from', { meeting: item.meetingTitle, date: clock.date(item.meetingDate) })}
          </TextLink>
        </p>
      )}
      {item.decisionText && <p className={classes.quiet}>{t('decision', { text: item.decisionText })}</p>}
      {item.slide && <p className={classes.quiet}>{t('slide', item.slide)}</p>}
      <ItemSteps notes={item.notes} />
    </li>
  );
}

/** `Tenggat 5 Desember 2026, dalam 13 hari`; how late it is says the mark. */
function DueText({ item }: { item: ActionItem }) {
  const { t } = useTranslation('actionItem');
  const clock = useClock();
  const locale = useLocale();
  const today = useToday();
  if (isClosed(item.state) && item.closedOn)
    return <span>{t(`closedOn.${item.state}`, { date: clock.date(item.closedOn) })}</span>;
  const date = clock.date(item.dueDate);
  if (item.daysLate > 0) return <span>{t('due', { date })}</span>;
  return <span>{t('dueIn', { date, days: formatRelativeDays(daysBetween(today, item.dueDate), locale) })}</span>;
}

function ItemActions({ item }: { item: ActionItem }) {
  const { t } = useTranslation(['actionItem', 'common']);
  const errorText = useErrorText();
  const [move, setMove] = useState<ItemMove>();
  const [isChanging, setChanging] = useState(false);
  const [first, ...others] = item.mayProgress ? movesFrom(item.state) : [];
  const mayChange = item.mayChange && !isClosed(item.state);
  if (first === undefined && !mayChange && !item.mayRemove) return null;

  async function remove(): Promise<void> {
    const isSure = await confirmAction({
      title: t('confirm.removeTitle'),
      message: t('confirm.remove'),
      confirmLabel: t('common:action.remove'),
      isDangerous: true,
    });
    if (!isSure) return;
    try {
      await trpcClient.actionItem.remove.mutate({ id: item.id, version: item.version });
      notifySuccess(t('removed'));
    } catch (error) {
      notifyError(errorText(error));
    } finally {
      void queryClient.invalidateQueries();
    }
  }

  return (
    <div className={classes.actions} style={{ flexWrap: 'nowrap' }} data-no-print>
      {first && (
        <Button size="xs" mih={36} variant="default" onClick={() => setMove(first)}>
          {t(`action.${first}`)}
        </Button>
      )}
      {(others.length > 0 || mayChange || item.mayRemove) && (
        <RowMenu label={t('action.more', { text: item.text })}>
          {others.map((each) => (
            <Menu.Item key={each} onClick={() => setMove(each)}>
              {t(`action.${each}`)}
            </Menu.Item>
          ))}
          {mayChange && <Menu.Item onClick={() => setChanging(true)}>{t('action.change')}</Menu.Item>}
          {item.mayRemove && <Menu.Item onClick={() => void remove()}>{t('action.remove')}</Menu.Item>}
        </RowMenu>
      )}
      {move && <ProgressDialog item={item} move={move} onClose={() => setMove(undefined)} />}
      {isChanging && <ItemForm item={item} onDone={() => setChanging(false)} />}
    </div>
  );
}
