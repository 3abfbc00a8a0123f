import { Menu } from '@mantine/core';
import { IconArrowsExchange, IconCalendarOff, IconPencil, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { confirmAction } from '#client/lib/confirm.ts';
import { notifyError, notifySuccess } from '#client/lib/notify.ts';
import { trpc } from '#client/lib/trpc.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import { useToday } from '#client/lib/use-today.ts';
import { RowMenu } from '#client/ui/row-menu.tsx';
import type { OpenedForm } from './assignment-form.tsx';
import type { AssignmentRow } from './assignment-types.ts';

interface AssignmentActionsProps {
  assignment: AssignmentRow;
  task: string;
  onOpen: (form: OpenedForm) => void;
}

export function AssignmentActions({ assignment, task, onOpen }: AssignmentActionsProps) {
  const { t } = useTranslation('assignments');
  const errorText = useErrorText();
  const today = useToday();
  const { id, version, agencyAbbr: agency } = assignment;
  const remove = useMutation(
    trpc.assignment.change.mutationOptions({
      onError: (error) => notifyError({ id: 'assignment-action', message: errorText(error) }),
      onSuccess: () => notifySuccess(t('remove.done')),
    }),
  );
  const askRemove = async () => {
    const isSure = await confirmAction({
      title: t('remove.title', { agency }),
      message: t('remove.text'),
      confirmLabel: t('action.remove'),
      isDangerous: true,
    });
    if (isSure) remove.mutate({ kind: 'remove', id, version });
  };
  const open = (kind: 'hand_over' | 'end' | 'correct') => () => onOpen({ kind, assignment });

  return (
    <RowMenu label={t('actionsOf', { agency, task })}>
      <Menu.Item leftSection={<IconArrowsExchange size={16} aria-hidden />} onClick={open('hand_over')}>
        {t('action.handOver')}
      </Menu.Item>
      <Menu.Item leftSection={<IconCalendarOff size={16} aria-hidden />} onClick={open('end')}>
        {t('action.end')}
      </Menu.Item>
      <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={open('correct')}>
        {t('action.correct')}
      </Menu.Item>
      {assignment.validFrom > today && (
        <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} onClick={() => void askRemove()}>
          {t('action.remove')}
        </Menu.Item>
      )}
    </RowMenu>
  );
}
