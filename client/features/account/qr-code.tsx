import { useMemo } from 'react';
import classes from './account.module.css';
import { qrMatrix } from './qr-matrix.ts';

const QUIET_ZONE = 4;

/** Black on white in both colour schemes: that is what scanners expect. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { path, size } = useMemo(() => {
    const matrix = qrMatrix(text);
    const modules = matrix.flatMap((line, row) =>
      line.map((isDark, column) => (isDark ? `M${column + QUIET_ZONE} ${row + QUIET_ZONE}h1v1h-1z` : '')),
    );
    return { path: modules.join(''), size: matrix.length + 2 * QUIET_ZONE };
  }, [text]);
  return (
    <svg
      className={classes.qr}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="white" />
      <path d={path} fill="black" />
    </svg>
  );
}
