import { Button, Menu } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { confirmAction } from '#client/lib/confirm.ts';
import { notifyError } from '#client/lib/notify.ts';
import { type ExportTable, exportTable } from '#client/lib/table-export/export-table.ts';
import { TableDownload } from '#client/lib/table-export/table-download.tsx';
import { trpc } from '#client/lib/trpc.ts';
import { useChoices } from '#client/lib/use-choices.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import { type DataColumn, DataTable } from '#client/ui/data-table.tsx';
import { Panel } from '#client/ui/panel.tsx';
import { RowMenu } from '#client/ui/row-menu.tsx';
import type { Deadline } from '#shared/deadline.ts';
import { DeadlineForm } from './deadline-form.tsx';
import { type DeadlineList, useDeadlineDone, useDeadlineWords } from './deadline-types.ts';

export function ExceptionPanel({ list }: { list: DeadlineList }) {
  const { t } = useTranslation(['deadlines', 'manage']);
  const words = useDeadlineWords();
  const { issueName } = useChoices();
  const errorText = useErrorText();
  const done = useDeadlineDone();
  const [opened, setOpened] = useState<{ deadline?: Deadline }>();
  const remove = useMutation(
    trpc.deadline.remove.mutationOptions({
      onError: (error) => notifyError({ id: 'deadline-action', message: errorText(error) }),
      onSuccess: done,
    }),
  );
  const askRemove = async (deadline: Deadline) => {
    const isSure = await confirmAction({
      title: t('exceptions.removeTitle', { scope: words.scope(deadline) }),
      message: t('exceptions.removeText'),
      confirmLabel: t('exceptions.remove'),
      isDangerous: true,
    });
    if (isSure) remove.mutate({ id: deadline.id, version: deadline.version });
  };
  const columns: DataColumn<Deadline>[] = [
    { key: 'scope', header: t('exceptions.column.scope'), render: words.scope },
    { key: 'due', header: t('exceptions.column.due'), render: words.due },
    { key: 'note', header: t('exceptions.column.note'), render: (deadline) => deadline.note ?? '–' },
    {
      key: 'actions',
      header: <span className="sr-only">{t('exceptions.column.actions')}</span>,
      width: 60,
      align: 'right',
      render: (deadline) => (
        <RowMenu label={t('exceptions.actionsOf', { scope: words.scope(deadline) })}>
          <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setOpened({ deadline })}>
            {t('exceptions.edit')}
          </Menu.Item>
          <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} onClick={() => void askRemove(deadline)}>
            {t('exceptions.remove')}
          </Menu.Item>
        </RowMenu>
      ),
    },
  ];
  const table = (): ExportTable =>
    exportTable<Deadline>(
      [
        {
          header: t('form.issue'),
          kind: 'text',
          value: ({ issueId }) => (issueId === null ? t('manage:field.allIssues') : issueName(issueId)),
        },
        { header: t('form.month'), kind: 'month', value: ({ month }) => month },
        { header: t('exceptions.column.due'), kind: 'text', value: words.due },
        { header: t('exceptions.column.note'), kind: 'text', value: ({ note }) => note },
      ],
      list.exceptions,
    );
  return (
    <Panel
      title={t('exceptions.title')}
      subtitle={t('exceptions.lead')}
      actions={
        <>
          {list.exceptions.length > 0 && <TableDownload about={{ title: t('exceptions.caption') }} table={table} />}
          <Button mih={44} leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setOpened({})}>
            {t('exceptions.add')}
          </Button>
        </>
      }
      footer={
        list.exceptions.length > 0 && (
          <span role="status">{t('exceptions.count', { count: list.exceptions.length })}</span>
        )
      }
    >
      <DataTable
        caption={t('exceptions.caption')}
        captionHidden
        columns={columns}
        rows={list.exceptions}
        rowKey={(deadline) => deadline.id}
        empty={t('exceptions.empty')}
      />
      {opened && <DeadlineForm list={list} deadline={opened.deadline} onDone={() => setOpened(undefined)} />}
    </Panel>
  );
}
