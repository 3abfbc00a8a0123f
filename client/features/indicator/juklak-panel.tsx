import { Button, SegmentedControl, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notifySuccess } from '#client/lib/notify.ts';
import { trpc } from '#client/lib/trpc.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import form from '#client/ui/form.module.css';
import { FormError } from '#client/ui/form-error.tsx';
import { Panel } from '#client/ui/panel.tsx';
import { juklakStates } from '#shared/indicator-admin.ts';
import type { Issue } from './indicator-types.ts';

/** How far the issue's implementation guideline is. */
export function JuklakPanel({ issue }: { issue: Issue }) {
  const { t } = useTranslation(['indicators', 'manage']);
  const errorText = useErrorText();
  const [state, setState] = useState(issue.juklakState);
  const [note, setNote] = useState(issue.juklakNote ?? '');
  const { juklakState, juklakNote } = issue;
  const isChanged = state !== juklakState || note.trim() !== (juklakNote ?? '');
  const save = useMutation(
    trpc.indicator.setJuklak.mutationOptions({ onSuccess: () => notifySuccess(t('manage:saved')) }),
  );
  return (
    <Panel title={t('juklak.title')}>
      <form
        className={form.form}
        onSubmit={(event) => {
          event.preventDefault();
          const seen = { juklakState, juklakNote };
          save.mutate({ issueId: issue.id, juklakState: state, juklakNote: note, seen });
        }}
      >
        <SegmentedControl
          aria-label={t('juklak.label')}
          value={state}
          onChange={(value) => setState(juklakStates.find((each) => each === value) ?? 'none')}
          data={juklakStates.map((value) => ({ value, label: t(`juklak.state.${value}`) }))}
          style={{ alignSelf: 'flex-start' }}
        />
        <Textarea
          label={t('juklak.note')}
          placeholder={t('juklak.notePlaceholder')}
          autosize
          minRows={2}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <FormError>{save.error ? errorText(save.error) : undefined}</FormError>
        <Button
          type="submit"
          mih={44}
          disabled={!isChanged}
          loading={save.isPending}
          style={{ alignSelf: 'flex-start' }}
        >
          {t('juklak.save')}
        </Button>
      </form>
    </Panel>
  );
}
