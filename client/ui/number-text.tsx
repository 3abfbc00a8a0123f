import { useTranslation } from 'react-i18next';
import classes from './number-text.module.css';
import { useFormatValue, type ValueFormat } from './value-format.ts';

type NumberTextProps = {
  /** The real value; null is written as "belum ada data". */
  value: number | null;
  format?: ValueFormat;
  size?: 'inherit' | 'medium' | 'large';
  /** Turns the number into a button that answers "where from?". */
  onOrigin?: () => void;
};

export function NumberText({ value, format, size = 'inherit', onOrigin }: NumberTextProps) {
  const { t } = useTranslation('ui');
  const formatValue = useFormatValue();
  const text = formatValue(value, format);
  const className = [
    classes.number,
    size === 'large' && classes.large,
    size === 'medium' && classes.medium,
    value === null && classes.missing,
  ]
    .filter(Boolean)
    .join(' ');
  if (!onOrigin) return <span className={className}>{text}</span>;
  return (
    <span className={className}>
      <button
        type="button"
        className={classes.origin}
        aria-label={t('number.origin', { value: text })}
        onClick={onOrigin}
      >
        {text}
      </button>
    </span>
  );
}
