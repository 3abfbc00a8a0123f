import { Radio, Select, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Panel } from '#client/ui/panel.tsx';
import type { HistoryChoice, HistoryPlan, HistoryQuestion } from '#shared/spreadsheet/history.ts';
import classes from './history-import.module.css';
import type { HistoryImport } from './use-history-import.ts';
import type { ImportWords } from './use-import-words.ts';

/** Beyond so many a list that can be searched is easier than radio buttons. */
const mostRadios = 7;

interface QuestionPanelProps {
  task: HistoryImport;
  plan: HistoryPlan;
  words: ImportWords;
}

/** What could be two things, with what each answer would make of it. Nothing is chosen beforehand. */
export function QuestionPanel({ task, plan, words }: QuestionPanelProps) {
  const { t } = useTranslation('historyImport');
  return (
    <Panel title={t('question.title')} subtitle={t('question.lead')}>
      <Stack gap="sm">
        {plan.questions.map((question) => (
          <Question
            key={question.id}
            question={question}
            words={words}
            value={task.answers[question.id]}
            onAnswer={(choice) => task.answer(question.id, choice)}
          />
        ))}
      </Stack>
    </Panel>
  );
}

interface QuestionProps {
  question: HistoryQuestion;
  words: ImportWords;
  value: string | undefined;
  onAnswer: (choice: string) => void;
}

function Question({ question, words, value, onAnswer }: QuestionProps) {
  const { t } = useTranslation('historyImport');
  const { topic, sample, sign, row, count } = question;
  const title = t(`question.${topic}`, { sample, sign: t(sign === ',' ? 'question.comma' : 'question.dot') });
  const where =
    count === 1 ? t('question.where', { row }) : t('question.whereMore', { row, others: words.count(count - 1) });
  const choices = question.choices.map((choice) => ({ value: choice.id, label: labelOf(choice) }));

  function labelOf(choice: HistoryChoice): string {
    switch (choice.kind) {
      case 'area':
        return words.areaInFull(choice.areaId);
      case 'scheme':
        return t(choice.id === 'bps' ? 'question.bps' : 'question.kemendagri', {
          area: choice.areaId === null ? t('question.unknownArea') : words.areaInFull(choice.areaId),
        });
      case 'indicator':
        return words.indicatorInFull(choice.indicatorId);
      case 'month':
        return words.month(choice.month);
      case 'leave_out':
        return t('question.leave_out');
      case 'reading':
        return readingLabel(choice);
    }
  }

  function readingLabel({ id, reading }: Extract<HistoryChoice, { kind: 'reading' }>): string {
    if (reading.kind === 'not_reported') return t('kind.not_reported');
    if (reading.kind !== 'number') return t('question.impossible');
    const figure = words.figure({ kind: 'number', value: reading.scaled }, question.indicatorId ?? '');
    const value = reading.isRounded ? t('question.rounded', { value: figure }) : figure;
    return id === 'grouping' || id === 'decimal' ? t(`question.${id}`, { value }) : value;
  }

  if (choices.length > mostRadios) {
    return (
      <Select
        className={classes.question}
        label={title}
        description={where}
        placeholder={t('question.pick')}
        data={choices}
        value={value ?? null}
        searchable
        allowDeselect={false}
        onChange={(choice) => choice !== null && onAnswer(choice)}
      />
    );
  }
  return (
    <Radio.Group
      className={classes.question}
      label={title}
      description={where}
      value={value ?? ''}
      onChange={(choice) => onAnswer(choice)}
    >
      <Stack gap={6} mt={6}>
        {choices.map((choice) => (
          <Radio key={choice.value} value={choice.value} label={choice.label} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
