import { Button, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback, useDisclosure } from '@mantine/hooks';
import { IconAdjustmentsHorizontal, IconSearch, IconX } from '@tabler/icons-react';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '#client/ui/date-field.tsx';
import { issueIdSchema } from '#shared/indicator.ts';
import { newsKinds, newsSchema } from '#shared/small-win.ts';
import type { useFeedFilter } from './feed-address.ts';
import classes from './feed-filters.module.css';
import { useChoices } from './use-choices.ts';

type FeedFiltersProps = ReturnType<typeof useFeedFilter>;

/** One row on a wide screen; on a phone the words first and the rest behind a button. */
export function FeedFilters({ filter, change, clear, count }: FeedFiltersProps) {
  const { t } = useTranslation('smallWins');
  const choices = useChoices();
  const fieldsId = useId();
  const [opened, { toggle }] = useDisclosure(count > 0);
  const fields = (
    <>
      <Select
        label={t('filter.issue')}
        placeholder={t('filter.allIssues')}
        data={choices.issues}
        value={filter.issueId ?? null}
        onChange={(value) => change({ issueId: issueIdSchema.safeParse(value).data })}
        clearable
        size="md"
      />
      <Select
        label={t('filter.area')}
        placeholder={t('filter.allAreas')}
        data={choices.areas}
        value={filter.areaId ?? null}
        onChange={(value) => change({ areaId: value ?? undefined })}
        searchable
        clearable
        nothingFoundMessage={t('filter.areaNothing')}
        size="md"
      />
      <Select
        label={t('filter.news')}
        placeholder={t('filter.allNews')}
        data={newsKinds.map((value) => ({ value, label: t(`news.${value}`) }))}
        value={filter.news ?? null}
        onChange={(value) => change({ news: newsSchema.safeParse(value).data })}
        clearable
        size="md"
      />
      <DateField
        label={t('filter.from')}
        value={filter.from ?? null}
        onChange={(from) => change({ from: from ?? undefined })}
        max={filter.to}
        clearable
      />
      <DateField
        label={t('filter.to')}
        value={filter.to ?? null}
        onChange={(to) => change({ to: to ?? undefined })}
        min={filter.from}
        clearable
      />
    </>
  );
  return (
    <search className={classes.filters} aria-label={t('filter.label')} data-no-print>
      <div className={classes.words}>
        <SearchWords value={filter.text ?? ''} onChange={(text) => change({ text }, { replace: true })} />
        <Button
          className={classes.toggle}
          variant="default"
          size="md"
          aria-expanded={opened}
          aria-controls={fieldsId}
          leftSection={<IconAdjustmentsHorizontal size={16} aria-hidden />}
          onClick={toggle}
        >
          {count > 0 ? `${t('filter.more')} (${count})` : t('filter.more')}
        </Button>
      </div>
      <div className={classes.fields} id={fieldsId} data-open={opened || undefined}>
        {fields}
      </div>
      {count > 0 && (
        <Button
          className={classes.clear}
          variant="subtle"
          size="compact-md"
          leftSection={<IconX size={14} aria-hidden />}
          onClick={clear}
        >
          {t('filter.clear')}
        </Button>
      )}
    </search>
  );
}

function SearchWords({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const { t } = useTranslation('smallWins');
  const [text, setText] = useState(value);
  const send = useDebouncedCallback(onChange, 300);
  // The address may change without the field: the back button, or "clear filters".
  useEffect(() => setText((typed) => (typed.trim() === value ? typed : value)), [value]);
  return (
    <TextInput
      label={t('filter.text')}
      placeholder={t('filter.textHint')}
      leftSection={<IconSearch size={16} aria-hidden />}
      type="search"
      maxLength={100}
      size="md"
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        send(event.currentTarget.value.trim());
      }}
    />
  );
}
