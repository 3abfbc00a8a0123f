import { Button, CopyButton } from '@mantine/core';
import { IconCopy, IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './account.module.css';

/** Codes that are shown once: to be downloaded, copied or written down. */
export function BackupCodes({ codes }: { codes: readonly string[] }) {
  const { t } = useTranslation(['account', 'common']);
  const text = codes.join('\n');
  return (
    <div className={classes.form} style={{ gap: 8 }}>
      <p className={classes.note}>{t('twoFactor.stepCodesText')}</p>
      <ul className={classes.codes}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className={classes.buttons}>
        <Button
          component="a"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(`Satgas 4+1\n${text}\n`)}`}
          download={t('twoFactor.codesFile')}
          variant="default"
          mih={44}
          leftSection={<IconDownload size={16} aria-hidden />}
        >
          {t('twoFactor.download')}
        </Button>
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button variant="default" mih={44} onClick={copy} leftSection={<IconCopy size={16} aria-hidden />}>
              {copied ? t('common:action.copied') : t('twoFactor.copy')}
            </Button>
          )}
        </CopyButton>
      </div>
    </div>
  );
}
