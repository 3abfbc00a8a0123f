import { useMemo } from 'react';
import { encode } from 'uqr';
import classes from './account.module.css';

const QUIET_ZONE = 4;

/** Black on white in both colour schemes: that is what scanners expect. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { path, size } = useMemo(() => {
    const code = encode(text, { ecc: 'M', border: QUIET_ZONE });
    const modules = code.data.flatMap((line, row) =>
      line.map((isDark, column) => (isDark ? `M${column} ${row}h1v1h-1z` : '')),
    );
    return { path: modules.join(''), size: code.size };
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
