import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { AppClientError } from '#client/lib/app-error.ts';
import { useFormProblem } from '#client/lib/use-form-problem.ts';
import { useToday } from '#client/lib/use-today.ts';
import { FormFooter } from '#client/ui/form-footer.tsx';
import { recordAtSlideInput } from '#shared/meeting.ts';
import { headlineOf } from './presentation.ts';
import { newId } from './presenter-session.ts';
import classes from './record-dialog.module.css';
import { beginDraft, inputOf, isBegun, meetingOfToday, type RecordDraft } from './record-draft.ts';
import { RecordFields } from './record-fields.tsx';
import { useRoom } from './room.ts';
import { StageDialog } from './stage-dialog.tsx';

/** The answer of a good network is waited for; a bad one does not hold the meeting up. */
const patienceMs = 2_500;

/** Records a decision, an action item or both at the slide being shown. */
export function RecordDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('presenter');
  const locale = useLocale();
  const today = useToday();
  const problem = useFormProblem();
  const { presenter, records, say } = useRoom();
  const { presentation, state } = presenter;
  // The slide may change while somebody writes: what is written belongs to the one it was begun at.
  const [{ slide, number }] = useState(() => ({
    slide: presentation.slides[state.show.index],
    number: state.show.index + 1,
  }));
  const editionId = presentation.edition?.id ?? null;
  const [draft, setDraft] = useState<RecordDraft | undefined>(() => {
    if (!slide) return undefined;
    const meeting = meetingOfToday(records.meetings, today, editionId);
    return records.drafts.get(slide.id) ?? beginDraft(slide, { today, meetingId: meeting?.id ?? null, newId });
  });
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [refusal, setRefusal] = useState<unknown>();
  const [isPending, setPending] = useState(false);
  if (!slide || !draft || editionId === null) return null;

  const change = (part: Partial<RecordDraft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    setErrors({});
    if (isBegun(next)) records.drafts.set(slide.id, next);
    else records.drafts.delete(slide.id);
  };

  const submit = async () => {
    const input = inputOf(draft, { editionId, slideId: slide.id });
    const found = problem.validator(recordAtSlideInput)(input);
    setErrors(found);
    if (Object.keys(found).length > 0) return;
    setPending(true);
    setRefusal(undefined);
    const id = input.decision?.id ?? input.actionItem?.id ?? newId();
    const sending = records.outbox.record({ id, input, slide: { number, headline: headlineOf(slide, locale) } });
    const outcome = await Promise.race([sending, after(patienceMs, 'waiting' as const)]);
    setPending(false);
    if (outcome === 'refused') {
      const { code, fields } = records.outbox.state().waiting.find((each) => each.id === id)?.problem ?? unknown;
      const error = new AppClientError(code, { fields });
      setRefusal(error);
      setErrors(ofItem(problem.ofFields(error)));
      return;
    }
    records.drafts.delete(slide.id);
    say(outcome === 'sent' ? t('said.recorded', { number }) : t('said.recordWaits'));
    onClose();
  };

  return (
    <StageDialog title={t('record.title', { number })} onClose={onClose}>
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <p className={classes.headline}>{headlineOf(slide, locale)}</p>
        <RecordFields slide={slide} draft={draft} errors={errors} change={change} />
        <div className={classes.foot}>
          <FormFooter
            onCancel={onClose}
            submitLabel={t('record.save')}
            isPending={isPending}
            error={refusal ? problem.ofForm(refusal) : undefined}
          />
        </div>
      </form>
    </StageDialog>
  );
}

const unknown = { code: 'UNKNOWN', fields: {} };

/** The server names some fields of an action item as its own form has them. */
function ofItem(errors: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(errors).map(([field, words]) => [field.includes('.') ? field : `actionItem.${field}`, words]),
  );
}

function after<T>(ms: number, value: T): Promise<T> {
  return new Promise((resolve) => setTimeout(() => resolve(value), ms));
}
