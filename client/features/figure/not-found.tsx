import { Button } from '@mantine/core';
import { IconMapQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '#client/ui/empty-state.tsx';

/** An address that names no issue or area. */
export function SubjectNotFound({ subject }: { subject: 'issue' | 'area' }) {
  const { t } = useTranslation('figure');
  return (
    <EmptyState
      title={t(`notFound.${subject}`)}
      icon={<IconMapQuestion size={28} stroke={1.5} aria-hidden />}
      action={
        <Button component={Link} to="/" size="sm" variant="default">
          {t('notFound.home')}
        </Button>
      }
    >
      {t('notFound.text')}
    </EmptyState>
  );
}
