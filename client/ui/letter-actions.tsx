import { Button, CopyButton } from '@mantine/core';
import { IconBrandWhatsapp, IconCheck, IconCopy } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

type LetterActionsProps = {
  text: string;
  /** For whom, said to those who hear one button after the other. */
  about: string;
  copyLabel: string;
  whatsappLabel: string;
  whatsappUrl: string | null;
  /** Stands where WhatsApp cannot be opened. */
  children?: ReactNode;
};

/** Copies a text or opens WhatsApp with it. Nothing is sent from here. */
export function LetterActions({ text, about, copyLabel, whatsappLabel, whatsappUrl, children }: LetterActionsProps) {
  const { t } = useTranslation('common');
  return (
    <>
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <Button
            size="compact-sm"
            mih={36}
            variant="default"
            leftSection={copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
            onClick={copy}
          >
            {copied ? t('action.copied') : copyLabel} <span className="sr-only">{about}</span>
          </Button>
        )}
      </CopyButton>
      {whatsappUrl ? (
        <Button
          component="a"
          href={whatsappUrl}
          target="_blank"
          rel="noreferrer"
          size="compact-sm"
          mih={36}
          variant="default"
          leftSection={<IconBrandWhatsapp size={14} aria-hidden />}
        >
          {whatsappLabel} <span className="sr-only">{about}</span>
        </Button>
      ) : (
        children
      )}
    </>
  );
}
