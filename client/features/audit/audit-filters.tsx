import { Button, Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { trpc } from '#client/lib/trpc.ts';
import { DateField } from '#client/ui/date-field.tsx';
import form from '#client/ui/form.module.css';
import { auditEventSchemas } from '#shared/audit-event.ts';
import { type AuditFilter, auditNouns } from '#shared/audit-log.ts';

interface AuditFiltersProps {
  filter: AuditFilter;
  onChange: (changed: Partial<AuditFilter>) => void;
}

const events = Object.keys(auditEventSchemas);

export function AuditFilters({ filter, onChange }: AuditFiltersProps) {
  const { t } = useTranslation('audit');
  const people = useQuery(trpc.audit.people.queryOptions());
  const [noun, verb] = (filter.event ?? '').split('.');
  const ofNoun = events.filter((event) => event.startsWith(`${noun}.`));
  const subject = filter.subjectId;
  return (
    <search className={form.filters}>
      <Select
        aria-label={t('filter.noun')}
        placeholder={t('filter.noun')}
        data={auditNouns.map((value) => ({ value, label: t(`noun.${value}`) }))}
        value={noun === '' ? null : (noun ?? null)}
        onChange={(value) => onChange({ event: value ?? undefined })}
        searchable
        clearable
      />
      <Select
        aria-label={t('filter.event')}
        placeholder={t('filter.event')}
        data={ofNoun.map((value) => ({ value, label: t(`event.${value.replace('.', '_')}`) }))}
        value={verb ? (filter.event ?? null) : null}
        onChange={(value) => onChange({ event: value ?? noun })}
        disabled={ofNoun.length === 0}
        clearable
      />
      <Select
        aria-label={t('filter.person')}
        placeholder={t('filter.person')}
        data={(people.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={filter.actorId ?? null}
        onChange={(value) => onChange({ actorId: value ?? undefined })}
        searchable
        clearable
      />
      <DateField
        label={t('filter.from')}
        size="sm"
        clearable
        max={filter.to}
        value={filter.from ?? null}
        onChange={(date) => onChange({ from: date ?? undefined })}
      />
      <DateField
        label={t('filter.to')}
        size="sm"
        clearable
        min={filter.from}
        value={filter.to ?? null}
        onChange={(date) => onChange({ to: date ?? undefined })}
      />
      {subject !== undefined && (
        <Button
          variant="default"
          mih={36}
          rightSection={<IconX size={14} aria-hidden />}
          aria-label={t('filter.clearSubject', { subject })}
          onClick={() => onChange({ subjectType: undefined, subjectId: undefined })}
        >
          {t('filter.subject', { subject })}
        </Button>
      )}
    </search>
  );
}
