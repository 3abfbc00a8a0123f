import { Button } from '@mantine/core';
import { IconAlertTriangle, IconSend } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SubmitItem } from '#client/lib/outbox/outbox-item.ts';
import { useOutbox } from '#client/lib/outbox/use-outbox.ts';
import classes from './entry-page.module.css';
import { useSubmissionWords } from './use-submission.ts';

/** A submission that has not arrived: why, and the way back. Draw it while there is one. */
export function SubmissionNotice({ item }: { item: SubmitItem }) {
  const { t } = useTranslation('submission');
  const outbox = useOutbox();
  const words = useSubmissionWords();
  const { problem } = item;
  return (
    <div className={classes.notice} role="status" data-submission={problem ? 'problem' : 'waiting'}>
      {problem ? <IconAlertTriangle size={18} aria-hidden /> : <IconSend size={18} aria-hidden />}
      <span>
        {problem ? (
          words.problem(problem)
        ) : (
          <>
            {t('waiting')} {words.waits(item)}
          </>
        )}
      </span>
      <Button size="compact-sm" variant="default" onClick={() => outbox.discard([item.id])}>
        {t(problem ? 'understood' : 'takeBack')}
      </Button>
    </div>
  );
}
