import { Button, Menu } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Sparkline } from '#client/charts/sparkline.tsx';
import { useLocale } from '#client/i18n/use-locale.ts';
import { confirmAction } from '#client/lib/confirm.ts';
import { notifyError, notifySuccess } from '#client/lib/notify.ts';
import { trpc } from '#client/lib/trpc.ts';
import { useErrorText } from '#client/lib/use-error-text.ts';
import { type DataColumn, DataTable } from '#client/ui/data-table.tsx';
import form from '#client/ui/form.module.css';
import { Panel } from '#client/ui/panel.tsx';
import { RowMenu } from '#client/ui/row-menu.tsx';
import { Tag } from '#client/ui/tag.tsx';
import { formatMonth } from '#shared/date-format.ts';
import { formatScaled } from '#shared/number-format.ts';
import { fromScaled } from '#shared/scale.ts';
import type { TargetPoint } from '#shared/target.ts';
import classes from './path-panel.module.css';
import type { OpenedTarget } from './target-admin.tsx';
import { type TargetPath, useTargetNames } from './target-types.ts';

interface PathPanelProps {
  path: TargetPath;
  onOpen: (target: OpenedTarget) => void;
}

/** One planned path: its line in small, and its points. */
export function PathPanel({ path, onOpen }: PathPanelProps) {
  const { t } = useTranslation(['targets', 'manage']);
  const locale = useLocale();
  const names = useTargetNames();
  const { indicator, areaId, points } = path;
  const { decimals } = indicator;
  const title = names.path(path);
  const figure = (scaled: number) => formatScaled(scaled, decimals, locale);
  const isNarrow = useMediaQuery('(max-width: 47.99em)') ?? false;
  const basis = (point: TargetPoint) => (
    <>
      {!point.isSample && (point.legalBasis ?? t('noBasis'))}
      {!point.isSample && point.source && <span>{point.source}</span>}
      <span className={form.tags}>
        {point.confidence && (
          <Tag>
            {t('manage:field.confidence')}: {t(`manage:confidence.${point.confidence}`)}
          </Tag>
        )}
        {point.isSample && <Tag kind="sample" />}
      </span>
    </>
  );
  const columns: DataColumn<TargetPoint>[] = [
    {
      key: 'month',
      header: t('column.month'),
      render: (point) => (
        <div className={isNarrow ? form.rowName : undefined}>
          {formatMonth(point.month, locale)}
          {isNarrow && <span>{t(`kind.${point.kind}`)}</span>}
          {isNarrow && basis(point)}
        </div>
      ),
    },
    { key: 'kind', header: t('column.kind'), render: (point) => t(`kind.${point.kind}`) },
    {
      key: 'value',
      header: t('column.value', { unit: names.unit(indicator) }),
      align: 'right',
      render: (point) => figure(point.value),
    },
    {
      key: 'band',
      header: t('column.band'),
      align: 'right',
      render: ({ low, high }) => (low === null || high === null ? '–' : `${figure(low)} – ${figure(high)}`),
    },
    {
      key: 'basis',
      header: t('column.basis'),
      render: (point) => <div className={form.rowName}>{basis(point)}</div>,
    },
    {
      key: 'actions',
      header: <span className="sr-only">{t('column.actions')}</span>,
      width: 60,
      align: 'right',
      render: (point) => <PointActions point={point} path={title} onEdit={() => onOpen({ point })} />,
    },
  ];
  const hasBand = points.some((point) => point.low !== null);
  return (
    <Panel
      title={title}
      headingLevel={3}
      actions={
        <Button
          size="xs"
          mih={36}
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          aria-label={t('addTo', { path: title })}
          onClick={() => onOpen({ indicatorId: indicator.id, areaId })}
        >
          {t('add')}
        </Button>
      }
    >
      <div className={classes.path}>
        <div className={classes.preview}>
          <Sparkline
            label={t('preview', { path: title })}
            points={points.map((point) => ({ month: point.month, value: fromScaled(point.value, decimals) }))}
            // Between two points of a plan lie years: they are joined all the same.
            maxGapMonths={1_200}
            format={{ decimals, unit: names.unit(indicator) }}
            accent={indicator.issueId}
            height={60}
          />
        </div>
        <DataTable
          caption={t('caption', { path: title })}
          captionHidden
          // On a phone the first column says what the others would, so that the actions stay in sight.
          columns={columns.filter(
            ({ key }) => (key !== 'band' || hasBand) && !(isNarrow && (key === 'kind' || key === 'basis')),
          )}
          rows={points}
          rowKey={(point) => point.id}
        />
      </div>
    </Panel>
  );
}

function PointActions({ point, path, onEdit }: { point: TargetPoint; path: string; onEdit: () => void }) {
  const { t } = useTranslation('targets');
  const locale = useLocale();
  const errorText = useErrorText();
  const month = formatMonth(point.month, locale);
  const remove = useMutation(
    trpc.target.remove.mutationOptions({
      onError: (error) => notifyError({ id: 'target-action', message: errorText(error) }),
      onSuccess: () => notifySuccess(t('remove.done')),
    }),
  );
  const askRemove = async () => {
    const isSure = await confirmAction({
      title: t('remove.title', { month }),
      message: t('remove.text'),
      confirmLabel: t('action.remove'),
      isDangerous: true,
    });
    if (isSure) remove.mutate({ id: point.id, version: point.version });
  };
  return (
    <RowMenu label={t('actionsOf', { month, path })}>
      <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={onEdit}>
        {t('action.edit')}
      </Menu.Item>
      <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} onClick={() => void askRemove()}>
        {t('action.remove')}
      </Menu.Item>
    </RowMenu>
  );
}
