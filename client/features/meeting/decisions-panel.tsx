import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { confirmAction } from '#client/lib/confirm.ts';
import { notifyError, notifySuccess } from '#client/lib/notify.ts';
import { queryClient } from '#client/lib/query-client.ts';
import { trpcClient } from '#client/lib/trpc.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import { Panel } from '#client/ui/panel.tsx';
import { RowMenu } from '#client/ui/row-menu.tsx';
import type { Decision, Meeting } from '#shared/meeting.ts';
import { DecisionForm } from './decision-form.tsx';
import { DecisionItem } from './decision-item.tsx';
import classes from './meeting.module.css';

interface DecisionsPanelProps {
  meeting: Pick<Meeting, 'id' | 'decisions' | 'mayRecord'>;
  /** Asks for an action item of a decision. */
  onRecordItem: (decision: Decision) => void;
}

/** What was decided at a meeting, in order, and where more is recorded. */
export function DecisionsPanel({ meeting, onRecordItem }: DecisionsPanelProps) {
  const { t } = useTranslation(['meeting', 'common']);
  const errorText = useErrorText();
  const [form, setForm] = useState<'new' | Decision>();

  async function remove({ id, version }: Decision): Promise<void> {
    const isSure = await confirmAction({
      title: t('confirm.removeDecisionTitle'),
      message: t('confirm.removeDecision'),
      confirmLabel: t('common:action.remove'),
      isDangerous: true,
    });
    if (!isSure) return;
    try {
      await trpcClient.meeting.removeDecision.mutate({ id, version });
      notifySuccess(t('decisionForm.removed'));
    } catch (error) {
      notifyError(errorText(error));
    } finally {
      void queryClient.invalidateQueries();
    }
  }

  const menuOf = (decision: Decision) => (
    <RowMenu label={t('action.moreDecision', { text: decision.text })}>
      <Menu.Item onClick={() => onRecordItem(decision)}>{t('action.itemOf')}</Menu.Item>
      {decision.mayChange && <Menu.Item onClick={() => setForm(decision)}>{t('common:action.edit')}</Menu.Item>}
      {decision.mayChange && <Menu.Item onClick={() => void remove(decision)}>{t('common:action.remove')}</Menu.Item>}
    </RowMenu>
  );

  return (
    <Panel
      title={t('decisions.title')}
      actions={
        meeting.mayRecord && (
          <Button variant="default" size="xs" mih={36} onClick={() => setForm('new')}>
            {t('action.recordDecision')}
          </Button>
        )
      }
    >
      {meeting.decisions.length === 0 && <p className={classes.quiet}>{t('decisions.none')}</p>}
      <ol className={classes.decisions}>
        {meeting.decisions.map((decision) => (
          <DecisionItem
            key={decision.id}
            decision={decision}
            actions={meeting.mayRecord ? menuOf(decision) : undefined}
          />
        ))}
      </ol>
      {form && (
        <DecisionForm
          meetingId={meeting.id}
          decision={form === 'new' ? undefined : form}
          onDone={() => setForm(undefined)}
        />
      )}
    </Panel>
  );
}
