import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { SmallWinFeed } from '#client/features/small-win/small-win-feed.tsx';
import { useDocumentTitle } from '#client/lib/document-title.ts';
import { useCan } from '#client/lib/session.ts';
import { PageHeader } from '#client/ui/page-header.tsx';

/** Good and bad news from the field. */
export function SmallWinsPage() {
  const { t } = useTranslation('smallWins');
  const mayWrite = useCan('small_win.write');
  useDocumentTitle(t('title'));
  return (
    <>
      <PageHeader title={t('title')} description={t('description')}>
        {mayWrite && (
          <Button component={Link} to="/small-wins/baru" mih={44} leftSection={<IconPlus size={18} aria-hidden />}>
            {t('record')}
          </Button>
        )}
      </PageHeader>
      <SmallWinFeed />
    </>
  );
}
