import { Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { columnLetter } from '#client/lib/workbook/book.ts';
import type { MatchArea } from '#shared/spreadsheet/area-index.ts';
import { tidy } from '#shared/spreadsheet/cell-form.ts';
import type { MatchChoice, MatchQuestion } from '#shared/spreadsheet/match.ts';
import type { ImportQuestion } from '#shared/spreadsheet/plan.ts';
import type { Choice } from '#shared/spreadsheet/read-cells.ts';
import classes from './paste.module.css';
import { columnPlace, type PastedSheet, rowNumber } from './paste-clipboard.ts';
import { useSheet } from './sheet-context.ts';

type PasteQuestionsProps = {
  questions: readonly ImportQuestion[];
  answers: Readonly<Record<string, string>>;
  sheet: PastedSheet;
  /** The report's own areas last: their words count. */
  areas: readonly MatchArea[];
  onAnswer: (id: string, answer: string) => void;
};

/** What could be two things, with what each answer would make of it. Nothing is chosen beforehand. */
export function PasteQuestions({ questions, answers, sheet, areas, onAnswer }: PasteQuestionsProps) {
  const { t } = useTranslation('paste');
  const { frame, words, indicatorOf } = useSheet();
  const areaNames = new Map(areas.map(({ id, name }) => [id, name]));
  const areaName = (id: string) => areaNames.get(id) ?? id;

  function cellTitle(question: Extract<ImportQuestion, { about: 'cells' }>): string {
    const { topic, sign, sample } = question.question;
    return t(`question.${topic}`, { sample, sign: t(sign === ',' ? 'sign.comma' : 'sign.dot') });
  }

  function cellWhere({ cells }: Extract<ImportQuestion, { about: 'cells' }>): string {
    const [first] = cells;
    if (!first) return '';
    const area = frame.areas.find(({ id }) => id === first.areaId);
    const place = t('entry:cell.label', { indicator: words.shortName(first.indicatorId), area: area?.name ?? '' });
    return cells.length === 1 ? place : t('question.andMore', { place, count: cells.length - 1 });
  }

  function cellChoice(
    { id, reading }: Choice,
    { cells, question }: Extract<ImportQuestion, { about: 'cells' }>,
  ): string {
    const indicator = indicatorOf(cells[0]?.indicatorId ?? '');
    if (id === 'leave_out' || !indicator) return t('choice.leave_out');
    if (reading.kind === 'not_reported') return t('entry:state.notReported');
    if (reading.kind !== 'number') return t('choice.impossible', { meaning: t(`choice.${id}`) });
    const figure = `${words.figure({ kind: 'number', value: reading.scaled }, indicator)} ${words.unit(indicator)}`;
    const value = reading.isRounded ? `${figure} ${t('entry:question.rounded')}` : figure;
    return question.topic === 'sign' ? t('choice.meaning', { value, meaning: t(`choice.${id}`) }) : value;
  }

  function matchTitle({ topic, sample, places }: MatchQuestion): string {
    const subject =
      topic === 'duplicate_row' ? areaName(sample) : topic === 'duplicate_column' ? words.shortName(sample) : sample;
    return t(`question.${topic}`, { sample: subject, count: places.length });
  }

  function matchChoice(choice: MatchChoice, { sample }: MatchQuestion): string {
    switch (choice.kind) {
      case 'area':
        return `${areaName(choice.id)} (${choice.id})`;
      case 'indicator':
        return words.shortName(choice.id);
      case 'row':
        return t('choice.row', { row: rowNumber(sheet, choice.row), text: rowText(sheet, choice.row) });
      case 'column':
        return t('choice.column', { column: columnLetter(columnPlace(sheet, choice.column)) });
      case 'scheme':
        return t(`choice.${choice.id}`, {
          code: sample,
          area: choice.areaId === null ? t('choice.unknownArea') : areaName(choice.areaId),
        });
      case 'leave_out':
        return t('choice.leave_out');
    }
  }

  return (
    <section className={classes.questions} aria-label={t('question.title')}>
      {questions.map((each) => {
        const { id } = each.question;
        const choices =
          each.about === 'cells'
            ? each.question.choices.map((choice) => ({ id: choice.id, label: cellChoice(choice, each) }))
            : each.question.choices.map((choice) => ({ id: choice.id, label: matchChoice(choice, each.question) }));
        return (
          <Radio.Group
            key={id}
            className={classes.question}
            label={each.about === 'cells' ? cellTitle(each) : matchTitle(each.question)}
            description={each.about === 'cells' ? cellWhere(each) : undefined}
            value={answers[id] ?? ''}
            onChange={(answer) => onAnswer(id, answer)}
          >
            <Stack gap={6} mt={6}>
              {choices.map((choice) => (
                <Radio key={choice.id} value={choice.id} label={choice.label} />
              ))}
            </Stack>
          </Radio.Group>
        );
      })}
    </section>
  );
}

function rowText({ cells }: PastedSheet, row: number): string {
  const texts = (cells[row] ?? []).map(({ text }) => tidy(text)).filter((text) => text !== '');
  return texts.slice(0, 6).join(' · ');
}
