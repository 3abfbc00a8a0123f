import { Button } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconPlayerPlay, IconSnowflake } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLocale } from '#client/i18n/use-locale.ts';
import { TextLink } from '#client/lib/text-link.tsx';
import { useClock } from '#client/lib/use-clock.ts';
import { PageHeader } from '#client/ui/page-header.tsx';
import { Tag } from '#client/ui/tag.tsx';
import type { Deck } from '#shared/briefing/deck.ts';
import type { DeckPreview } from '#shared/briefing/edition.ts';
import { formatMonth } from '#shared/date-format.ts';
import { DeckSettings } from './deck-settings.tsx';
import { SaveState } from './save-state.tsx';
import type { DeckSaving } from './use-deck-savers.ts';

const FreezeDialog = lazy(() => import('./freeze-dialog.tsx').then((module) => ({ default: module.FreezeDialog })));

interface DeckHeaderProps {
  deck: Deck;
  savers: DeckSaving;
  preview: DeckPreview | undefined;
}

export function DeckHeader({ deck, savers, preview }: DeckHeaderProps) {
  const { t } = useTranslation('briefing');
  const locale = useLocale();
  const clock = useClock();
  const [opened, setOpened] = useState<'settings' | 'freeze'>();
  const close = () => setOpened(undefined);
  const states = [...savers.slideStates.values(), ...(savers.settingsState ? [savers.settingsState] : [])];
  const { lastEdition } = deck;

  async function saveAll(): Promise<void> {
    await Promise.all([savers.slides.settle(), savers.settings.settle()]);
  }

  return (
    <>
      <PageHeader
        title={deck.title}
        beside={
          <>
            <Tag>{formatMonth(deck.month, locale)}</Tag>
            <Tag kind={deck.data} />
            {deck.isSample && <Tag kind="sample" />}
          </>
        }
        meta={deck.mayEdit ? <SaveState states={states} onRetry={() => void saveAll()} /> : undefined}
        description={
          <>
            {t('deck.edited', { name: deck.updatedByName ?? t('somebody'), time: clock.time(deck.updatedAt) })}
            {lastEdition && (
              <>
                {' · '}
                <TextLink to={`/briefing/edisi/${lastEdition.id}`}>
                  {t('deck.lastEdition', { number: lastEdition.number, time: clock.time(lastEdition.frozenAt) })}
                </TextLink>
              </>
            )}
          </>
        }
      >
        {deck.mayEdit && (
          <Button
            variant="default"
            mih={44}
            leftSection={<IconAdjustmentsHorizontal size={18} aria-hidden />}
            onClick={() => setOpened('settings')}
          >
            {t('deck.settingsShort')}
          </Button>
        )}
        {deck.slides.length > 0 && (
          <Button
            component={Link}
            to={`/briefing/dek/${deck.id}/tayang`}
            variant="default"
            mih={44}
            leftSection={<IconPlayerPlay size={18} aria-hidden />}
          >
            {t('deck.present')}
          </Button>
        )}
        {deck.mayFreeze && (
          <Button
            mih={44}
            leftSection={<IconSnowflake size={18} aria-hidden />}
            disabled={deck.slides.length === 0}
            onClick={() => setOpened('freeze')}
          >
            {t('deck.freeze')}
          </Button>
        )}
      </PageHeader>
      {opened === 'settings' && <DeckSettings deck={deck} savers={savers} onClose={close} />}
      {opened === 'freeze' && (
        <Suspense fallback={null}>
          <FreezeDialog deck={deck} preview={preview} savers={savers} onClose={close} />
        </Suspense>
      )}
    </>
  );
}
