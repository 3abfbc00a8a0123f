import { Menu } from '@mantine/core';
import { IconCalendarOff, IconPencil, IconRotate, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { confirmAction } from '#client/lib/confirm.ts';
import { notifyError, notifySuccess } from '#client/lib/notify.ts';
import { trpc } from '#client/lib/trpc.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import { RowMenu } from '#client/ui/row-menu.tsx';
import { type AgencyRow, isUsed } from './agency-types.ts';

interface AgencyActionsProps {
  agency: AgencyRow;
  onEdit: () => void;
  onClose: () => void;
}

export function AgencyActions({ agency, onEdit, onClose }: AgencyActionsProps) {
  const { t } = useTranslation('agencies');
  const errorText = useErrorText();
  const { id, version, abbr: name } = agency;
  const said = (key: 'reopen.done' | 'remove.done') => ({
    onError: (error: unknown) => notifyError({ id: 'agency-action', message: errorText(error) }),
    onSuccess: () => notifySuccess(t(key, { name })),
  });
  const reopen = useMutation(trpc.agency.reopen.mutationOptions(said('reopen.done')));
  const remove = useMutation(trpc.agency.remove.mutationOptions(said('remove.done')));

  const ask = async (kind: 'reopen' | 'remove') => {
    const isSure = await confirmAction({
      title: t(`${kind}.title`, { name }),
      message: t(`${kind}.text`),
      confirmLabel: t(`action.${kind}`),
      isDangerous: kind === 'remove',
    });
    if (!isSure) return;
    if (kind === 'reopen') reopen.mutate({ id, version });
    else remove.mutate({ id, version });
  };

  return (
    <RowMenu label={t('actionsOf', { name })}>
      <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={onEdit}>
        {t('action.edit')}
      </Menu.Item>
      {agency.validTo === null ? (
        <Menu.Item leftSection={<IconCalendarOff size={16} aria-hidden />} onClick={onClose}>
          {t('action.close')}
        </Menu.Item>
      ) : (
        <Menu.Item leftSection={<IconRotate size={16} aria-hidden />} onClick={() => void ask('reopen')}>
          {t('action.reopen')}
        </Menu.Item>
      )}
      {!isUsed(agency) && (
        <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} onClick={() => void ask('remove')}>
          {t('action.remove')}
        </Menu.Item>
      )}
    </RowMenu>
  );
}
