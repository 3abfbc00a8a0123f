import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { MeetingForm } from '#client/features/meeting/meeting-form.tsx';
import { MeetingList } from '#client/features/meeting/meeting-list.tsx';
import { useDocumentTitle } from '#client/lib/document-title.ts';
import { useCan } from '#client/lib/session.ts';
import { PageHeader } from '#client/ui/page-header.tsx';
import { CoordinationTabs } from './coordination-tabs.tsx';

export function MeetingsPage() {
  const { t } = useTranslation('meeting');
  const mayWrite = useCan('meeting.write');
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  useDocumentTitle(t('title'));
  const createButton = mayWrite && (
    <Button mih={44} leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setOpen(true)}>
      {t('action.create')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('title')} description={t('description')}>
        {createButton}
      </PageHeader>
      <CoordinationTabs />
      <MeetingList createButton={createButton} />
      {isOpen && (
        <MeetingForm
          onDone={(id) => {
            setOpen(false);
            if (id !== undefined) void navigate(`/koordinasi/${id}`);
          }}
        />
      )}
    </>
  );
}
