import { Button, Menu } from '@mantine/core';
import { IconArrowsDiff, IconChevronDown, IconPencil, IconPlayerPlay } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { trpc } from '#client/lib/trpc.ts';
import { useClock } from '#client/lib/use-clock.ts';
import type { EditionHead } from '#shared/briefing/edition.ts';
import { comparisonAddress } from './comparison-address.ts';

interface EditionActionsProps {
  head: EditionHead;
  /** The menu of files, put together by the page. */
  children: ReactNode;
}

export function EditionActions({ head, children }: EditionActionsProps) {
  const { t } = useTranslation('briefing');
  const clock = useClock();
  const siblings = useQuery({
    ...trpc.briefing.editions.queryOptions({ deckId: head.deckId ?? undefined }),
    enabled: head.deckId !== null,
  });
  const previous = siblings.data
    ?.filter(({ number }) => number < head.number)
    .toSorted((a, b) => b.number - a.number)[0];
  return (
    <>
      {head.deckId !== null && (
        <Button
          component={Link}
          to={`/briefing/dek/${head.deckId}`}
          variant="default"
          mih={44}
          leftSection={<IconPencil size={18} aria-hidden />}
        >
          {t('edition.openDeck')}
        </Button>
      )}
      <Menu position="bottom-end" withinPortal shadow="md">
        <Menu.Target>
          <Button
            variant="default"
            mih={44}
            leftSection={<IconArrowsDiff size={18} aria-hidden />}
            rightSection={<IconChevronDown size={16} aria-hidden />}
          >
            {t('edition.compare')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item component={Link} to={comparisonAddress(head.id, null)}>
            {t('edition.compareNow')}
          </Menu.Item>
          {previous && (
            <Menu.Item component={Link} to={comparisonAddress(previous.id, head.id)}>
              {t('edition.comparePrevious', { number: previous.number, time: clock.time(previous.frozenAt) })}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {children}
      <Button
        component={Link}
        to={`/briefing/edisi/${head.id}/tayang`}
        mih={44}
        leftSection={<IconPlayerPlay size={18} aria-hidden />}
      >
        {t('edition.present')}
      </Button>
    </>
  );
}
