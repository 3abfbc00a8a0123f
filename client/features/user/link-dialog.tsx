import { Button, CopyButton, TextInput } from '@mantine/core';
import { IconBrandWhatsapp, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useSession } from '#client/lib/session.ts';
import { Dialog } from '#client/ui/dialog.tsx';
import form from '#client/ui/form.module.css';
import { formatDateTime } from '#shared/date-format.ts';
import classes from './user-admin.module.css';
import type { LinkToHand } from './user-types.ts';

const mailWords = {
  sent: 'link.mailSent',
  failed: 'link.mailFailed',
  not_configured: 'link.mailNotConfigured',
} as const;

/** The one time that a link is in sight: the server keeps only a hash of it. */
export function LinkDialog({ link, onClose }: { link: LinkToHand; onClose: () => void }) {
  const { t } = useTranslation(['users', 'common']);
  const { app } = useSession();
  const locale = useLocale();
  const time = formatDateTime(link.expiresAt, locale, app.timeZone, app.timeZoneLabel);
  const message = encodeURIComponent(t('link.message', { name: link.name, url: link.url }));
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t(link.kind === 'invitation' ? 'link.inviteTitle' : 'link.resetTitle', { name: link.name })}
      // A click beside the dialog would lose the link for good.
      closeOnClickOutside={false}
    >
      <div className={form.form}>
        <p className={form.note}>{t('link.text', { time })}</p>
        <TextInput
          label={t('link.address')}
          value={link.url}
          readOnly
          onFocus={(event) => event.currentTarget.select()}
          data-autofocus
        />
        {link.mail && <p className={form.note}>{t(mailWords[link.mail], { email: link.email })}</p>}
        <div className={classes.buttons}>
          <Button
            component="a"
            href={`https://wa.me/${whatsAppNumber(link.phone)}?text=${message}`}
            target="_blank"
            rel="noreferrer"
            variant="default"
            mih={44}
            leftSection={<IconBrandWhatsapp size={18} aria-hidden />}
          >
            {t('link.whatsApp')}
          </Button>
          <CopyButton value={link.url}>
            {({ copied, copy }) => (
              <Button onClick={copy} mih={44} leftSection={<IconCopy size={18} aria-hidden />}>
                {copied ? t('common:action.copied') : t('common:action.copy')}
              </Button>
            )}
          </CopyButton>
        </div>
      </div>
    </Dialog>
  );
}

/** `0812-3456` → `628123456`; without a number WhatsApp lets one choose the person. */
function whatsAppNumber(phone: string | null): string {
  const digits = phone?.replace(/\D/g, '') ?? '';
  return digits.startsWith('0') ? `62${digits.slice(1)}` : digits;
}
