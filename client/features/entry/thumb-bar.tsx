import {
  IconAlertTriangle,
  IconArrowDown,
  IconCheck,
  IconChevronLeft,
  IconCloudOff,
  IconLoader2,
  IconSend,
} from '@tabler/icons-react';
import type { CSSProperties, MouseEvent, ReactNode, Ref, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenField } from './card-fields.ts';
import { type CardOrder, completeAreas, nextAfter } from './card-order.ts';
import { PreviousHint } from './cell-face.tsx';
import { useReport, useSheet } from './sheet-context.ts';
import type { Figure, SheetRow } from './sheet-row.ts';
import classes from './thumb-bar.module.css';

export type Submission = { canSubmit: boolean; isCorrection: boolean; onSubmit: () => void };

type ThumbBarProps = {
  ref: Ref<HTMLElement>;
  rows: readonly SheetRow[];
  order: CardOrder;
  /** The cell where the person was last. */
  here: RefObject<string | undefined>;
  openField: OpenField | undefined;
  /** The height of the on-screen keyboard. */
  inset: number;
  submission: Submission;
  onGo: (key: string, to?: 'field' | 'cell') => void;
  onStep: (fromKey: string, by: 1 | -1) => boolean;
};

/**
 * What one thumb needs, where it rests: while a field is open, the way on and the answers that are no number (some
 * number pads have neither an Enter key nor letters); otherwise how far the report is, what is next, and handing it in.
 */
export function ThumbBar({ ref, rows, order, here, openField, inset, submission, onGo, onStep }: ThumbBarProps) {
  const { t } = useTranslation('entryPhone');
  return (
    <section
      ref={ref}
      className={classes.bar}
      aria-label={t(openField ? 'bar.field' : 'bar.report')}
      style={inset > 0 ? ({ '--keyboard': `${inset}px` } as CSSProperties) : undefined}
      data-keyboard={inset > 0 || undefined}
      data-no-print
    >
      {openField ? (
        <FieldTools field={openField} order={order} onStep={onStep} />
      ) : (
        <ReportTools rows={rows} order={order} here={here} submission={submission} onGo={onGo} />
      )}
    </section>
  );
}

/** Pressing a button of the bar leaves the focus in the field, and so the keyboard where it is. */
const keepFocus = (event: MouseEvent) => event.preventDefault();

const answers = [
  { kind: 'not_reported', value: null },
  { kind: 'not_applicable', value: null },
] as const satisfies readonly Figure[];

function FieldTools({ field, order, onStep }: { field: OpenField; order: CardOrder; onStep: ThumbBarProps['onStep'] }) {
  const { t } = useTranslation('entryPhone');
  const { sheet, indicatorOf, words, showPrevious } = useSheet();
  const cell = sheet.cell(field.key);
  const indicator = cell && indicatorOf(cell.indicatorId);
  if (!cell || !indicator) return null;
  const isFirst = order.fields[0] === field.key;
  const isLast = order.fields.at(-1) === field.key;
  const leave = () => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  };
  const answer = (figure: Figure) => {
    // A verified figure is changed with a reason: the dialog has the word then.
    if (field.set(figure) !== 'done' || !onStep(field.key, 1)) leave();
  };
  return (
    <>
      <p className={classes.where}>
        <span className={classes.name}>
          <strong>{cell.areaName}</strong> · {words.shortName(indicator.id)} ({words.unit(indicator)})
        </span>
        {showPrevious && <PreviousHint cell={cell} indicator={indicator} />}
      </p>
      <div className={classes.buttons}>
        {answers.map((figure) => (
          <button
            key={figure.kind}
            type="button"
            className={classes.button}
            onMouseDown={keepFocus}
            onClick={() => answer(figure)}
          >
            {t(figure.kind === 'not_applicable' ? 'field.notApplicable' : 'field.notReported')}
          </button>
        ))}
        {indicator.allowsNegative && (
          <button
            type="button"
            className={classes.iconButton}
            aria-label={t('field.sign')}
            onMouseDown={keepFocus}
            onClick={field.changeSign}
          >
            ±
          </button>
        )}
        <button
          type="button"
          className={classes.iconButton}
          aria-label={t('field.former')}
          disabled={isFirst}
          onMouseDown={keepFocus}
          onClick={() => onStep(field.key, -1)}
        >
          <IconChevronLeft size={20} aria-hidden />
        </button>
        <button
          type="button"
          className={classes.primary}
          onMouseDown={keepFocus}
          onClick={() => {
            if (!onStep(field.key, 1)) leave();
          }}
        >
          {t(isLast ? 'field.done' : 'field.next')}
        </button>
      </div>
    </>
  );
}

function ReportTools({
  rows,
  order,
  here,
  submission,
  onGo,
}: Omit<ThumbBarProps, 'ref' | 'openField' | 'inset' | 'onStep'>) {
  const { t } = useTranslation(['entryPhone', 'entry']);
  const { snapshot } = useReport();
  const goOn = (keys: readonly string[], to: 'field' | 'cell') => {
    const next = nextAfter(order.all, keys, here.current);
    if (next !== undefined) onGo(next, to);
  };
  const isSaving = snapshot.summary.saving > 0;
  return (
    <>
      <p className={classes.where}>
        <span className={classes.name}>{t('bar.progress', { done: completeAreas(rows), count: rows.length })}</span>
        <SaveWord />
      </p>
      <div className={classes.buttons}>
        <JumpButton
          icon={<IconArrowDown size={16} aria-hidden />}
          label={t('bar.empty', { count: order.empty.length })}
          name={t('bar.emptyName', { count: order.empty.length })}
          isDisabled={order.empty.length === 0}
          onPress={() => goOn(order.empty, 'field')}
        />
        <JumpButton
          icon={<IconAlertTriangle size={16} aria-hidden />}
          label={t('bar.flagged', { count: order.flagged.length })}
          name={t('bar.flaggedName', { count: order.flagged.length })}
          isDisabled={order.flagged.length === 0}
          onPress={() => goOn(order.flagged, 'cell')}
        />
        <button
          type="button"
          className={submission.canSubmit ? classes.primary : classes.button}
          disabled={isSaving}
          onClick={() => (submission.canSubmit ? submission.onSubmit() : showWhatIsMissing())}
        >
          <IconSend size={16} aria-hidden />
          {t(
            submission.canSubmit
              ? submission.isCorrection
                ? 'entry:action.submitCorrection'
                : 'entry:action.submit'
              : 'bar.check',
          )}
        </button>
      </div>
    </>
  );
}

/** What stands in the way of handing it in is listed below the cards. */
function showWhatIsMissing(): void {
  const place = document.querySelector<HTMLElement>('[data-before-submit]');
  place?.scrollIntoView({ block: 'start' });
  place?.focus({ preventScroll: true });
}

type JumpButtonProps = { icon: ReactNode; label: string; name: string; isDisabled: boolean; onPress: () => void };

function JumpButton({ icon, label, name, isDisabled, onPress }: JumpButtonProps) {
  return (
    <button type="button" className={classes.button} aria-label={name} disabled={isDisabled} onClick={onPress}>
      {icon}
      {label}
    </button>
  );
}

/** The header says it in full, and aloud; it is out of sight while somebody types further down. */
function SaveWord() {
  const { t } = useTranslation('entryPhone');
  const { snapshot } = useReport();
  const { saving, failed, refused, conflicts, lastSavedAt } = snapshot.summary;
  const waiting = refused + conflicts + snapshot.rejected;
  if (failed > 0) {
    return (
      <span className={classes.warning}>
        <IconCloudOff size={14} aria-hidden />
        {t('save.failed', { count: failed })}
      </span>
    );
  }
  if (waiting > 0) {
    return (
      <span className={classes.warning}>
        <IconAlertTriangle size={14} aria-hidden />
        {t('save.waiting', { count: waiting })}
      </span>
    );
  }
  if (saving > 0) {
    return (
      <span className={classes.state}>
        <IconLoader2 size={14} aria-hidden />
        {t('save.saving')}
      </span>
    );
  }
  if (lastSavedAt === null) return null;
  return (
    <span className={classes.state}>
      <IconCheck size={14} aria-hidden />
      {t('save.saved')}
    </span>
  );
}
