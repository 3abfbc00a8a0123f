import { SegmentedControl, Select, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notifySuccess } from '#client/lib/notify.ts';
import { trpc } from '#client/lib/trpc.ts';
import { useChoices } from '#client/lib/use-choices.ts';
import { useFormProblem } from '#client/lib/use-form-problem.ts';
import { DrawerPanel } from '#client/ui/drawer-panel.tsx';
import classes from '#client/ui/form.module.css';
import { FormFooter } from '#client/ui/form-footer.tsx';
import { type Decision, type DecisionSettings, decisionKinds, decisionSettingsSchema } from '#shared/meeting.ts';

interface DecisionFormProps {
  meetingId: string;
  /** Without one, a new decision is recorded. */
  decision?: Decision;
  onDone: () => void;
}

export function DecisionForm({ meetingId, decision, onDone }: DecisionFormProps) {
  const { t } = useTranslation(['meeting', 'common']);
  const problem = useFormProblem();
  const { issues } = useChoices();
  // Chosen once, so that a request that is sent again records the decision once.
  const [id] = useState(() => decision?.id ?? crypto.randomUUID());
  const form = useForm<DecisionSettings>({
    initialValues: {
      kind: decision?.kind ?? 'substantive',
      text: decision?.text ?? '',
      issueId: decision?.issueId ?? null,
    },
    validate: problem.validator(decisionSettingsSchema),
  });
  const options = (message: string) => ({
    onError: (error: unknown) => form.setErrors(problem.ofFields(error)),
    onSuccess: () => {
      notifySuccess(message);
      onDone();
    },
  });
  const record = useMutation(trpc.meeting.recordDecision.mutationOptions(options(t('decisionForm.saved'))));
  const change = useMutation(trpc.meeting.changeDecision.mutationOptions(options(t('decisionForm.changed'))));

  return (
    <DrawerPanel
      opened
      onClose={onDone}
      title={t(decision ? 'decisionForm.changeTitle' : 'decisionForm.recordTitle')}
      size="lg"
    >
      <form
        className={classes.form}
        noValidate
        onSubmit={form.onSubmit((settings) =>
          decision
            ? change.mutate({ ...settings, id, version: decision.version })
            : record.mutate({ ...settings, id, meetingId }),
        )}
      >
        <Textarea
          label={t('decisionForm.text')}
          autosize
          minRows={3}
          required
          data-autofocus
          {...form.getInputProps('text')}
        />
        <div>
          <SegmentedControl
            aria-label={t('decisionForm.kind')}
            data={decisionKinds.map((value) => ({ value, label: t(`decisions.kind.${value}`) }))}
            value={form.values.kind}
            onChange={(kind) => form.setFieldValue('kind', kind)}
            fullWidth
          />
          <p className={classes.note}>{t(`decisions.kindHint.${form.values.kind}`)}</p>
        </div>
        <Select
          label={t('decisionForm.issue')}
          placeholder={t('decisionForm.issueNone')}
          data={issues}
          clearable
          {...form.getInputProps('issueId')}
        />
        <FormFooter
          onCancel={onDone}
          submitLabel={t('common:action.save')}
          isPending={record.isPending || change.isPending}
          error={problem.ofForm(record.error ?? change.error)}
        />
      </form>
    </DrawerPanel>
  );
}
