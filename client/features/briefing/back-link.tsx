import { Anchor } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import classes from './back-link.module.css';

export function BackToBriefings() {
  const { t } = useTranslation('briefing');
  return (
    <Anchor component={Link} to="/briefing" className={classes.back} data-no-print>
      <IconArrowLeft size={16} aria-hidden />
      {t('back')}
    </Anchor>
  );
}
