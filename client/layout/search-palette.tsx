import '@mantine/spotlight/styles.css';
import { Spotlight, spotlight } from '@mantine/spotlight';
import { IconArrowRight, IconMapPin, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

import { useMonthSearch } from '#client/lib/month-param.ts';
import { referenceQuery } from '#client/lib/reference.ts';
import { useSession } from '#client/lib/session.ts';
import { issueColor } from '#client/theme.ts';
import navClasses from './nav-list.module.css';
import { navigationFor } from './navigation.ts';
import { matchItems, type SearchItem, searchItems } from './search-items.ts';

/** Goes to any page, issue, regency or district by a few letters. Opens anew whenever `openings` grows. */
export function SearchPalette({ openings }: { openings: number }) {
  const { t } = useTranslation(['shell', 'common']);
  const session = useSession();
  const navigate = useNavigate();
  const monthSearch = useMonthSearch();
  const reference = useQuery(referenceQuery());
  const [query, setQuery] = useState('');

  useEffect(() => {
    if (openings > 0) spotlight.open();
  }, [openings]);

  const items = useMemo(
    () =>
      searchItems(navigationFor(session), reference.data?.areas ?? [], session.user !== null, {
        page: (id) => t(`nav.${id}`),
        issue: (id) => t(`common:issue.${id}`),
        inRegency: (regency) => t('search.inRegency', { regency }),
      }),
    [session, reference.data, t],
  );
  const sections = matchItems(items, query);

  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      scrollable
      maxHeight={480}
      centered={false}
      yOffset="10vh"
      overlayProps={{ blur: 0, backgroundOpacity: 0.35 }}
      attributes={{ content: { 'aria-label': t('search.label') } }}
    >
      <Spotlight.Search
        placeholder={t('search.placeholder')}
        aria-label={t('search.label')}
        leftSection={<IconSearch size={18} stroke={1.7} aria-hidden />}
      />
      <Spotlight.ActionsList>
        {sections.map((section) => (
          <Spotlight.ActionsGroup key={section.group} label={t(`search.group.${section.group}`)}>
            {section.items.map((item) => (
              <Spotlight.Action
                key={item.to}
                label={item.label}
                description={item.hint}
                leftSection={<ItemIcon item={item} />}
                onClick={() => navigate(item.keepsMonth ? item.to + monthSearch : item.to)}
              />
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {sections.length === 0 && (
          <Spotlight.Empty>{reference.isPending ? t('search.loadingAreas') : t('search.nothing')}</Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
      {reference.isError && <Spotlight.Footer>{t('search.areasFailed')}</Spotlight.Footer>}
    </Spotlight.Root>
  );
}

function ItemIcon({ item }: { item: SearchItem }) {
  if (item.issueId) {
    return <span className={navClasses.square} style={{ background: issueColor(item.issueId) }} aria-hidden />;
  }
  const Icon = item.group === 'pages' ? IconArrowRight : IconMapPin;
  return <Icon size={17} stroke={1.6} aria-hidden />;
}
