import { useTranslation } from 'react-i18next';
import form from '#client/ui/form.module.css';
import { Panel } from '#client/ui/panel.tsx';
import { useAuditFilter } from './audit-filter.ts';
import { AuditFilters } from './audit-filters.tsx';
import { AuditLines } from './audit-lines.tsx';
import { ChainCheck } from './chain-check.tsx';
import { ExportButton } from './export-button.tsx';

/** Everything that was changed, and the proof that nothing of it was changed afterwards. */
export function AuditAdmin() {
  const { t } = useTranslation('audit');
  const { filter, set } = useAuditFilter();
  return (
    <div className={form.stack}>
      <ChainCheck />
      <Panel title={t('title')} subtitle={t('lead')} actions={<ExportButton filter={filter} />}>
        <AuditFilters filter={filter} onChange={set} />
        <AuditLines filter={filter} onSubject={(subject) => set(subject)} />
      </Panel>
    </div>
  );
}
