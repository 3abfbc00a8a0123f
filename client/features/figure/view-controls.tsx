import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMonthParam } from '#client/lib/month-param.ts';
import { useSession } from '#client/lib/session.ts';
import { MonthPicker } from '#client/ui/month-picker.tsx';
import { Tag } from '#client/ui/tag.tsx';
import type { DataScope } from '#shared/figure.ts';

/** The first month of which any figure is known. */
const firstMonth = '2017-01';

/** The month, and for staff the choice between verified and provisional figures. Both live in the address. */
export function ViewControls() {
  const { t } = useTranslation('figure');
  const { app } = useSession();
  const { month, scope, mayReadProvisional, setMonth, setScope } = useMonthParam();
  return (
    <>
      <MonthPicker value={month} onChange={setMonth} min={firstMonth} max={app.currentMonth} />
      {mayReadProvisional ? (
        <SegmentedControl
          size="xs"
          aria-label={t('view.label')}
          value={scope}
          onChange={(value: DataScope) => setScope(value)}
          data={[
            { value: 'verified', label: t('view.verified') },
            { value: 'provisional', label: t('view.provisional') },
          ]}
        />
      ) : (
        <Tag kind="verified">{t('view.verified')}</Tag>
      )}
      {scope === 'provisional' && (
        <span title={t('view.provisionalHint')}>
          <Tag kind="provisional">{t('view.provisionalTag')}</Tag>
        </span>
      )}
    </>
  );
}
