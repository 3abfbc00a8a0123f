import { IconCheck, IconClockHour4, IconFlask } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './badge.module.css';

const icons = { sample: IconFlask, provisional: IconClockHour4, verified: IconCheck } as const;

type TagKind = keyof typeof icons;
type TagProps = { kind: TagKind; children?: ReactNode } | { kind?: undefined; children: ReactNode };

/** A quiet mark on a figure: "data contoh", "sementara", "terverifikasi", or own words. */
export function Tag({ kind, children }: TagProps) {
  const { t } = useTranslation('ui');
  const Icon = kind && icons[kind];
  return (
    <span className={[classes.tag, kind === 'verified' && classes.solid].filter(Boolean).join(' ')} data-tag={kind}>
      {Icon && <Icon size={12} aria-hidden />}
      {children ?? t(`tag.${kind}`)}
    </span>
  );
}
