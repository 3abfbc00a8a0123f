import { Button } from '@mantine/core';
import { IconLock, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '#client/lib/session.ts';
import { DrawerPanel } from '#client/ui/drawer-panel.tsx';
import { FactList } from '#client/ui/fact-list.tsx';
import form from '#client/ui/form.module.css';
import { IndicatorForm } from './indicator-form.tsx';
import { type Catalogue, type Indicator, useIndicatorWords } from './indicator-types.ts';

interface IndicatorDrawerProps {
  catalogue: Catalogue;
  indicator: Indicator;
  onClose: () => void;
}

/** All that is known of an indicator, and the form for the part that may change. */
export function IndicatorDrawer({ catalogue, indicator, onClose }: IndicatorDrawerProps) {
  const { t } = useTranslation(['indicators', 'common', 'figure']);
  const words = useIndicatorWords(catalogue);
  const mayEdit = useCan('indicator.manage');
  const [isEditing, setEditing] = useState(false);
  const locked = (
    <FactList
      facts={[
        { label: t('field.id'), value: indicator.id },
        { label: t('field.stage'), value: indicator.stage && t(`stage.${indicator.stage}`) },
        { label: t('field.level'), value: words.level(indicator) },
        { label: t('field.periodicity'), value: words.period(indicator) },
        { label: t('field.measure'), value: t(`measure.${indicator.measure}`) },
        { label: t('field.direction'), value: t(`direction.${indicator.direction}`) },
        { label: t('field.aggregation'), value: words.aggregation(indicator) },
        { label: t('field.decimals'), value: String(indicator.decimals) },
        {
          label: t('field.negative'),
          value: indicator.allowsNegative ? t('common:state.yes') : t('common:state.no'),
        },
        { label: t('field.confidence'), value: t(`figure:confidence.${indicator.confidence}`) },
      ]}
    />
  );
  return (
    <DrawerPanel
      opened
      onClose={onClose}
      title={isEditing ? t('edit.title', { name: words.shortName(indicator.id) }) : words.name(indicator)}
      size="lg"
    >
      <div className={form.form}>
        {isEditing ? (
          <IndicatorForm indicator={indicator} onDone={() => setEditing(false)} />
        ) : (
          <>
            <p className={form.note}>{words.definition(indicator)}</p>
            <FactList
              facts={[
                { label: t('column.unit'), value: words.unit(indicator) },
                { label: t('edit.source'), value: indicator.source },
                { label: t('column.thresholds'), value: words.thresholds(indicator) },
                { label: t('column.plausible'), value: words.plausible(indicator) },
                { label: t('column.state'), value: indicator.isActive ? t('active') : t('inactive') },
              ]}
            />
            {mayEdit && (
              <Button
                mih={44}
                leftSection={<IconPencil size={18} aria-hidden />}
                onClick={() => setEditing(true)}
                style={{ alignSelf: 'flex-start' }}
              >
                {t('edit.open')}
              </Button>
            )}
          </>
        )}
        <section aria-label={t('edit.locked')} className={form.form}>
          <p className={form.note}>
            <IconLock size={14} aria-hidden /> <strong>{t('edit.locked')}.</strong> {t('edit.lockedReason')}
          </p>
          {locked}
        </section>
      </div>
    </DrawerPanel>
  );
}
