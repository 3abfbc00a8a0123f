import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FollowUpList } from '#client/features/action-item/follow-up-list.tsx';
import { ItemForm } from '#client/features/action-item/item-form.tsx';
import { useDocumentTitle } from '#client/lib/document-title.ts';
import { useCan } from '#client/lib/session.ts';
import { PageHeader } from '#client/ui/page-header.tsx';
import { CoordinationTabs } from './coordination-tabs.tsx';

export function ActionItemsPage() {
  const { t } = useTranslation('actionItem');
  const mayRecord = useCan('decision.record');
  const [isOpen, setOpen] = useState(false);
  useDocumentTitle(t('title'));
  return (
    <>
      <PageHeader title={t('title')} description={t('description')}>
        {mayRecord && (
          <Button mih={44} leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setOpen(true)}>
            {t('action.record')}
          </Button>
        )}
      </PageHeader>
      <CoordinationTabs />
      <FollowUpList />
      {isOpen && <ItemForm onDone={() => setOpen(false)} />}
    </>
  );
}
