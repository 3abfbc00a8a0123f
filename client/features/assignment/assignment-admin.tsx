import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import classes from '#client/ui/form.module.css';
import { AssignmentList } from './assignment-list.tsx';
import { ResponsibilityView } from './responsibility-view.tsx';

const key = 'tampilan';
const word = 'tanggung-jawab';

/** Two looks at the same thing: the rows that were recorded, and who they make responsible on a day. */
export function AssignmentAdmin() {
  const { t } = useTranslation('assignments');
  const [params, setParams] = useSearchParams();
  const view = params.get(key) === word ? 'responsibility' : 'list';
  return (
    <div className={classes.stack}>
      <SegmentedControl
        aria-label={t('view.label')}
        value={view}
        onChange={(next) => setParams(next === 'responsibility' ? { [key]: word } : {}, { preventScrollReset: true })}
        data={[
          { value: 'list', label: t('view.list') },
          { value: 'responsibility', label: t('view.responsibility') },
        ]}
        style={{ justifySelf: 'start' }}
      />
      {view === 'responsibility' ? <ResponsibilityView /> : <AssignmentList />}
    </div>
  );
}
