import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Panel } from '#client/ui/panel.tsx';
import { useFormatValue } from '#client/ui/value-format.ts';
import type { AreaDetail } from '#shared/area-page.ts';
import classes from './area-facts.module.css';

/** Both codes, kept apart, and how large the area is. */
export function AreaFacts({ area }: { area: AreaDetail }) {
  const { t } = useTranslation('area');
  const formatValue = useFormatValue();
  const parts = [
    area.level === 'province' && area.regencyCount > 0 && t('codes.regencies', { count: area.regencyCount }),
    area.districtCount > 0 && area.level !== 'district' && t('codes.districts', { count: area.districtCount }),
    area.villageCount > 0 && area.level !== 'village' && t('codes.villages', { count: area.villageCount }),
  ].filter(Boolean);
  const sexes =
    area.male !== null && area.female !== null
      ? t('codes.sexes', { male: formatValue(area.male), female: formatValue(area.female) })
      : undefined;
  return (
    <Panel title={t('codes.title')}>
      <dl className={classes.facts}>
        <div>
          <dt>{t('codes.kemendagri')}</dt>
          <dd className={classes.code}>{area.id}</dd>
          <dd className={classes.quiet}>{t('codes.version', { version: area.codeVersion })}</dd>
        </div>
        <div>
          <dt>{t('codes.bps')}</dt>
          <dd className={classes.code}>{area.bpsCode ?? t('codes.noBps')}</dd>
        </div>
        <div>
          <dt>{t('codes.population')}</dt>
          <dd className={classes.large}>
            {area.population === null ? t('codes.unknown') : formatValue(area.population)}
          </dd>
          {sexes && <dd className={classes.quiet}>{sexes}</dd>}
        </div>
        {area.areaKm2 !== null && (
          <div>
            <dt>{t('codes.size')}</dt>
            <dd>{t('codes.sizeValue', { value: formatValue(area.areaKm2, { decimals: 1 }) })}</dd>
          </div>
        )}
        {parts.length > 0 && (
          <div>
            <dt>{t('codes.parts')}</dt>
            <dd>{parts.join(', ')}</dd>
          </div>
        )}
        {area.formerName && (
          <div>
            <dt>{t('codes.former')}</dt>
            <dd>{area.formerName}</dd>
          </div>
        )}
        {area.aliases.length > 0 && (
          <div>
            <dt>{t('codes.aliases')}</dt>
            <dd>{area.aliases.join(', ')}</dd>
          </div>
        )}
      </dl>
      {area.isCpiCity && <p className={classes.quiet}>{t('codes.cpi')}</p>}
      <p className={classes.trap}>
        <IconAlertTriangle size={15} aria-hidden />
        <span>{t('codes.trap')}</span>
      </p>
    </Panel>
  );
}
