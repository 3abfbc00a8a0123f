import { Menu } from '@mantine/core';
import { IconKey, IconPencil, IconShieldOff, IconUserCheck, IconUserOff } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { confirmAction } from '#client/lib/confirm.ts';
import { notifyError, notifySuccess } from '#client/lib/notify.ts';
import { trpc } from '#client/lib/trpc.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import { RowMenu } from '#client/ui/row-menu.tsx';
import type { LinkToHand, UserRow } from './user-types.ts';

interface UserActionsProps {
  user: UserRow;
  onEdit: () => void;
  onLink: (link: LinkToHand) => void;
}

export function UserActions({ user, onEdit, onLink }: UserActionsProps) {
  const { t } = useTranslation('users');
  const errorText = useErrorText();
  const { id, name, email, phone } = user;
  const onError = (error: unknown) => notifyError({ id: 'user-action', message: errorText(error) });
  const said = (key: 'done.disabled' | 'done.enabled' | 'done.secondFactor') => ({
    onError,
    onSuccess: () => notifySuccess(t(key, { name })),
  });
  const disable = useMutation(trpc.user.disable.mutationOptions(said('done.disabled')));
  const enable = useMutation(trpc.user.enable.mutationOptions(said('done.enabled')));
  const removeSecondFactor = useMutation(trpc.user.removeSecondFactor.mutationOptions(said('done.secondFactor')));
  const makeResetLink = useMutation(
    trpc.user.makeResetLink.mutationOptions({
      onError,
      onSuccess: ({ url, expiresAt }) => onLink({ kind: 'reset', name, email, phone, url, expiresAt }),
    }),
  );

  const askDisable = async () => {
    const isSure = await confirmAction({
      title: t('confirm.disableTitle', { name }),
      message: t('confirm.disableText'),
      confirmLabel: t('action.disable'),
      isDangerous: true,
    });
    if (isSure) disable.mutate({ id });
  };
  const askSecondFactor = async () => {
    const isSure = await confirmAction({
      title: t('confirm.secondFactorTitle', { name }),
      message: t('confirm.secondFactorText'),
      confirmLabel: t('action.removeSecondFactor'),
      isDangerous: true,
    });
    if (isSure) removeSecondFactor.mutate({ id });
  };

  const icon = { size: 16, 'aria-hidden': true } as const;
  return (
    <RowMenu label={t('actionsOf', { name })}>
      <Menu.Item leftSection={<IconPencil {...icon} />} onClick={onEdit}>
        {t('action.edit')}
      </Menu.Item>
      {!user.isDisabled && (
        <Menu.Item leftSection={<IconKey {...icon} />} onClick={() => makeResetLink.mutate({ id })}>
          {t('action.resetLink')}
        </Menu.Item>
      )}
      {user.twoFactorEnabled && (
        <Menu.Item leftSection={<IconShieldOff {...icon} />} onClick={askSecondFactor}>
          {t('action.removeSecondFactor')}
        </Menu.Item>
      )}
      <Menu.Divider />
      {user.isDisabled ? (
        <Menu.Item leftSection={<IconUserCheck {...icon} />} onClick={() => enable.mutate({ id })}>
          {t('action.enable')}
        </Menu.Item>
      ) : (
        <Menu.Item c="var(--danger)" leftSection={<IconUserOff {...icon} />} onClick={askDisable}>
          {t('action.disable')}
        </Menu.Item>
      )}
    </RowMenu>
  );
}
