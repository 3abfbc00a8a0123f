import { Button, Group, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { trpc } from '#client/lib/trpc.ts';
import { useClock } from '#client/lib/use-clock.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import classes from './entry-page.module.css';
import { useReport } from './sheet-context.ts';
import type { SheetCell } from './sheet-row.ts';

/** What verifier and focal point wrote to each other about a cell, and a reply. */
export function CellThread({ cell }: { cell: SheetCell }) {
  const { t } = useTranslation('entry');
  const { grid } = useReport();
  const clock = useClock();
  if (cell.comments.length === 0 && !grid.permissions.canReply) return null;
  return (
    <section aria-label={t('thread.title')}>
      <h3 className={classes.panelHeading}>{t('thread.title')}</h3>
      {cell.comments.length === 0 && <p className={classes.quiet}>{t('thread.empty')}</p>}
      <ol className={classes.thread}>
        {cell.comments.map((comment) => (
          <li key={comment.id} data-kind={comment.kind}>
            <span className={classes.threadHead}>
              {comment.actorName ?? t('conflict.somebody')} · {clock.time(comment.at)}
              {comment.kind === 'return' && ` · ${t('thread.returned')}`}
            </span>
            <span>{comment.text}</span>
          </li>
        ))}
      </ol>
      {grid.permissions.canReply && cell.server && <ReplyForm cell={cell} />}
    </section>
  );
}

function ReplyForm({ cell }: { cell: SheetCell }) {
  const { t } = useTranslation('entry');
  const { grid } = useReport();
  const errorText = useErrorText();
  const [text, setText] = useState('');
  const reply = useMutation(trpc.report.reply.mutationOptions({ onSuccess: () => setText('') }));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() === '') return;
        const { indicatorId, areaId } = cell;
        reply.mutate({ reportKey: grid.report.reportKey, indicatorId, areaId, text });
      }}
    >
      <Textarea
        label={t('thread.reply')}
        autosize
        minRows={2}
        maxLength={2000}
        value={text}
        error={reply.isError ? errorText(reply.error) : undefined}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Group justify="flex-end" mt="xs">
        <Button type="submit" size="sm" variant="default" disabled={text.trim() === ''} loading={reply.isPending}>
          {t('thread.send')}
        </Button>
      </Group>
    </form>
  );
}
