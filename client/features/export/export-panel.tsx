import { Button, SegmentedControl, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import { DrawerPanel } from '#client/ui/drawer-panel.tsx';
import { FormError } from '#client/ui/form-error.tsx';
import { type ExportKind, exportKinds, paperSizeSchema, paperSizes } from '#shared/briefing/export.ts';
import { type Locale, locales } from '#shared/locale.ts';
import classes from './export.module.css';
import { ExportJobs } from './export-jobs.tsx';
import { exportIcons } from './export-kinds.tsx';
import type { useExports } from './use-exports.ts';

export interface ExportSlide {
  id: string;
  page: number;
}

interface ExportPanelProps {
  exports: ReturnType<typeof useExports>;
  /** Offered as a picture of its own. */
  slide?: ExportSlide;
  onClose: () => void;
}

/** Every form in which an edition can be taken away, and the files that are there or on their way. */
export function ExportPanel({ exports, slide, onClose }: ExportPanelProps) {
  const { t } = useTranslation('exporting');
  const errorText = useErrorText();
  const screen = useLocale();
  const [locale, setLocale] = useState<Locale>(screen);
  const [paper, setPaper] = useState<(typeof paperSizes)[number]>('A4');

  const order = (kind: ExportKind, slideId: string | null = null) => ({ kind, locale, paper, slideId });
  const button = (kind: ExportKind, slideId: string | null, label: string) => {
    const key = `${kind}.${slideId}`;
    return (
      <Button
        variant="default"
        mih={40}
        loading={exports.starting === key}
        disabled={exports.starting !== undefined && exports.starting !== key}
        aria-label={t('makeOf', { kind: label })}
        onClick={() => void exports.start(order(kind, slideId), key)}
      >
        {t('make')}
      </Button>
    );
  };

  return (
    <DrawerPanel opened onClose={onClose} title={t('title')} size="md">
      <div className={classes.panel}>
        <div>
          <p className={classes.label}>{t('language')}</p>
          <SegmentedControl
            fullWidth
            aria-label={t('language')}
            value={locale}
            onChange={(value) => setLocale(locales.find((each) => each === value) ?? screen)}
            data={locales.map((value) => ({ value, label: t(`locale.${value}`) }))}
          />
        </div>
        <ul className={classes.kinds}>
          {exportKinds.map((kind) => (
            <li key={kind} className={classes.kind}>
              {exportIcons[kind]}
              <div className={classes.words}>
                <span className={classes.name}>{t(`kind.${kind}.name`)}</span>
                <span className={classes.hint}>{t(`kind.${kind}.hint`)}</span>
                {kind === 'recap' && (
                  <Select
                    size="xs"
                    maw={140}
                    aria-label={t('paper')}
                    data={paperSizes.map((value) => ({ value, label: t(`paperSize.${value}`) }))}
                    value={paper}
                    onChange={(value) => setPaper(paperSizeSchema.safeParse(value).data ?? 'A4')}
                    allowDeselect={false}
                  />
                )}
              </div>
              {button(kind, null, t(`kind.${kind}.name`))}
            </li>
          ))}
          {slide && (
            <li className={classes.kind}>
              {exportIcons.png}
              <div className={classes.words}>
                <span className={classes.name}>{t('oneSlide', { page: slide.page })}</span>
                <span className={classes.hint}>{t('oneSlideHint')}</span>
              </div>
              {button('png', slide.id, t('oneSlide', { page: slide.page }))}
            </li>
          )}
        </ul>
        <FormError>{exports.problem === undefined ? undefined : errorText(exports.problem)}</FormError>
        <ExportJobs exports={exports} />
      </div>
    </DrawerPanel>
  );
}
