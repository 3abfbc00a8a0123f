import type { BookRow, BookSheet } from '#client/lib/workbook/book.ts';
import { type TemplateInput, textCell } from './template-input.ts';
import type { TemplateLayout } from './template-layout.ts';
import { looks } from './template-looks.ts';

const steps = ['fill', 'locked', 'notes', 'save', 'upload', 'preview', 'others'] as const;
const states = ['empty', 'zero', 'figure', 'notApplicable', 'notReported', 'dash'] as const;

/** How the file is filled in and given back, what its words mean, and what each column asks for. */
export function guideSheet({ title, facts, t, words }: TemplateInput, layout: TemplateLayout): BookSheet {
  const heading = (text: string): BookRow => ({ cells: [textCell(text, looks.title)], height: 26 });
  const line = (label: string, text: string): BookRow => ({
    cells: [textCell(label, looks.label), textCell(text, looks.text)],
    height: heightOf(text, 90),
  });
  return {
    name: t('upload:sheet.guide'),
    isProtected: true,
    widths: [26, 92, 18, 34],
    print: { titleRows: 0 },
    rows: [
      heading(title),
      ...facts.map(({ label, text }) => line(label, text)),
      { cells: [] },
      heading(t('upload:guide.how')),
      ...steps.map((step, index) => line(String(index + 1), t(`upload:guide.step.${step}`))),
      { cells: [] },
      heading(t('upload:guide.meaning')),
      ...states.map((state) => line(t(`upload:guide.${state}.write`), t(`upload:guide.${state}.means`))),
      { cells: [] },
      heading(t('upload:guide.columns')),
      {
        cells: (['column', 'definition', 'unit', 'source'] as const).map((key) =>
          textCell(t(`upload:guide.${key}`), looks.head),
        ),
      },
      ...layout.figures.map(({ column }) => {
        const definition = `${words.name(column.indicator)}. ${words.definition(column.indicator)}`;
        return {
          cells: [
            textCell(column.title, { ...looks.cell, bold: true }),
            textCell(definition, looks.cell),
            textCell(column.subtitle, looks.cell),
            textCell(column.indicator.source, looks.cell),
          ],
          height: Math.max(heightOf(definition, 90), heightOf(column.indicator.source, 32), heightOf(column.title, 24)),
        };
      }),
    ],
  };
}

/** In points: a spreadsheet does not make room by itself for lines that wrap in a row that was given to it. */
function heightOf(text: string, width: number): number {
  const lines = text.split('\n').reduce((sum, each) => sum + Math.max(1, Math.ceil(each.length / width)), 0);
  return 5 + 13 * lines;
}
