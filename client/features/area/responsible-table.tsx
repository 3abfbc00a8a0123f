import { useTranslation } from 'react-i18next';
import { useLocale } from '#client/i18n/use-locale.ts';
import { useFigureText } from '#client/lib/figure-text.ts';
import { exportTable } from '#client/lib/table-export/export-table.ts';
import { TableDownload } from '#client/lib/table-export/table-download.tsx';
import { DataTable } from '#client/ui/data-table.tsx';
import { Panel } from '#client/ui/panel.tsx';
import { Tag } from '#client/ui/tag.tsx';
import type { AreaIssue, AreaPage } from '#shared/area-page.ts';
import { formatDate } from '#shared/date-format.ts';
import type { ResponsibleAgency } from '#shared/issue-page.ts';
import { lastDayOfMonth } from '#shared/month.ts';
import classes from './area-facts.module.css';

/** More owners than this, each of a part of the area, are told by their short names. */
const mostListed = 2;

type Line = { issue: AreaIssue['issue']; agency: ResponsibleAgency | undefined };

/** Who answers for each issue here on the last day of the month, and on what basis that is said. */
export function ResponsibleTable({ page }: { page: AreaPage }) {
  const { t } = useTranslation('area');
  const locale = useLocale();
  const text = useFigureText();
  // Bases are told where an issue has an owner or two here; of many owners they would be a list without use.
  const basisColumns = [
    {
      key: 'basis',
      header: t('responsible.basis'),
      render: ({ responsible }: AreaIssue) =>
        responsible.length <= mostListed &&
        [...new Set(responsible.flatMap(({ legalBasis, source }) => [legalBasis, source]))].filter(Boolean).join(' · '),
    },
    {
      key: 'confidence',
      header: t('responsible.confidence'),
      render: ({ responsible: [first, ...others] }: AreaIssue) =>
        first?.confidence && others.length < mostListed && t(`responsible.level.${first.confidence}`),
    },
  ];
  const lines = page.issues.flatMap(({ issue, responsible }): Line[] =>
    responsible.length === 0 ? [{ issue, agency: undefined }] : responsible.map((agency) => ({ issue, agency })),
  );
  const table = () =>
    exportTable<Line>(
      [
        { header: t('responsible.issue'), kind: 'text', value: ({ issue }) => text.name(issue) },
        { header: t('responsible.agency'), kind: 'text', value: ({ agency }) => agency?.name ?? t('responsible.none') },
        {
          header: t('responsible.as'),
          kind: 'text',
          value: ({ agency }) => agency && t(`responsible.role.${agency.role}`),
        },
        { header: t('responsible.from'), kind: 'date', value: ({ agency }) => agency?.validFrom },
        { header: t('responsible.to'), kind: 'date', value: ({ agency }) => agency?.validTo },
        {
          header: t('responsible.basis'),
          kind: 'text',
          value: ({ agency }) => [agency?.legalBasis, agency?.source].filter(Boolean).join(' · '),
        },
        {
          header: t('responsible.confidence'),
          kind: 'text',
          value: ({ agency }) => agency?.confidence && t(`responsible.level.${agency.confidence}`),
        },
      ],
      lines,
    );
  return (
    <Panel
      title={t('responsible.title')}
      subtitle={t('responsible.on', { date: formatDate(lastDayOfMonth(page.month), locale) })}
      footer={
        <TableDownload
          isQuiet
          about={{
            title: t('responsible.titleOf', { area: page.area.name }),
            note: t('responsible.on', { date: formatDate(lastDayOfMonth(page.month), locale) }),
            sample: lines.some(({ agency }) => agency?.isSample),
          }}
          table={table}
        />
      }
    >
      <DataTable
        caption={t('responsible.title')}
        captionHidden
        rows={page.issues}
        rowKey={({ issue }) => issue.id}
        columns={[
          { key: 'issue', header: t('responsible.issue'), render: ({ issue }: AreaIssue) => text.name(issue) },
          {
            key: 'agency',
            header: t('responsible.agency'),
            render: ({ responsible }: AreaIssue) => <Agencies agencies={responsible} />,
          },
          ...(page.issues.every(({ responsible }) => responsible.length > mostListed) ? [] : basisColumns),
        ]}
      />
    </Panel>
  );
}

function Agencies({ agencies }: { agencies: readonly ResponsibleAgency[] }) {
  const { t } = useTranslation('area');
  if (agencies.length === 0) return t('responsible.none');
  if (agencies.length > mostListed) {
    const names = agencies.map(({ abbr }) => abbr).join(', ');
    return (
      <>
        {t('responsible.many', { count: agencies.length })} <span className={classes.quiet}>{names}</span>
      </>
    );
  }
  return agencies.map((agency) => (
    <div key={`${agency.agencyId} ${agency.role}`}>
      {agency.name} <span className={classes.quiet}>({t(`responsible.role.${agency.role}`)})</span>{' '}
      {agency.isSample && <Tag kind="sample" />}
    </div>
  ));
}
