import { Button, SegmentedControl, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '#client/lib/session.ts';
import { DrawerPanel } from '#client/ui/drawer-panel.tsx';
import form from '#client/ui/form.module.css';
import { FormError } from '#client/ui/form-error.tsx';
import { MonthField } from '#client/ui/month-field.tsx';
import type { Deck } from '#shared/briefing/deck.ts';
import { maxTitle } from '#shared/briefing/slide.ts';
import { type DataScope, dataScopes } from '#shared/figure.ts';
import classes from './deck-editor.module.css';
import { settingsKey } from './deck-savers.ts';
import { type DeckFields, keptDeck } from './slide-fields.ts';
import type { DeckSaving } from './use-deck-savers.ts';

interface DeckSettingsProps {
  deck: Deck;
  savers: DeckSaving;
  onClose: () => void;
}

/** Title, month, which figures, and whether empty slides are skipped; saved by itself. */
export function DeckSettings({ deck, savers, onClose }: DeckSettingsProps) {
  const { t } = useTranslation(['briefing', 'common']);
  const { app } = useSession();
  const state = savers.settingsState;
  const fields = state && 'fields' in state ? state.fields : keptDeck(deck).fields;
  const [title, setTitle] = useState(fields.title);
  const change = (part: Partial<DeckFields>) => savers.settings.change(settingsKey, part, keptDeck(deck));
  const isBlank = title.trim() === '';
  return (
    <DrawerPanel opened onClose={onClose} title={t('deck.settings')}>
      <div className={form.form}>
        {state?.phase === 'conflict' && <FormError>{t('deck.conflict')}</FormError>}
        {state?.phase === 'conflict' && (
          <div className={form.tags}>
            <Button size="xs" mih={36} onClick={() => savers.settings.choose(settingsKey, 'mine')}>
              {t('conflict.useMine')}
            </Button>
            <Button
              size="xs"
              mih={36}
              variant="default"
              onClick={() => {
                setTitle(state.theirs.title);
                savers.settings.choose(settingsKey, 'theirs');
              }}
            >
              {t('conflict.useTheirs')}
            </Button>
          </div>
        )}
        <TextInput
          label={t('deck.title')}
          value={title}
          maxLength={maxTitle}
          required
          error={isBlank ? t('deck.titleNeeded') : undefined}
          onChange={(event) => {
            const text = event.currentTarget.value;
            setTitle(text);
            if (text.trim() !== '') change({ title: text.trim() });
          }}
        />
        <MonthField
          label={t('deck.month')}
          description={fields.month > app.currentMonth ? t('deck.monthAhead') : undefined}
          value={fields.month}
          onChange={(month) => month && change({ month })}
          required
        />
        <div>
          <p className={classes.label}>{t('deck.data')}</p>
          <SegmentedControl
            fullWidth
            aria-label={t('deck.data')}
            value={fields.data}
            onChange={(value) => change({ data: dataScopes.find((each) => each === value) ?? 'verified' })}
            data={dataScopes.map((value: DataScope) => ({ value, label: t(`common:view.${value}`) }))}
          />
          <p className={form.note}>{t(`common:view.${fields.data}Hint`)}</p>
        </div>
        <Switch
          label={t('deck.hideEmpty')}
          description={t('deck.hideEmptyHint')}
          checked={fields.hideEmpty}
          onChange={(event) => change({ hideEmpty: event.currentTarget.checked })}
        />
      </div>
    </DrawerPanel>
  );
}
