import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Picture } from '#shared/briefing/edition.ts';
import type { Palette } from '#shared/briefing/scene/palette.ts';
import { type OriginRef, type Scene, type SceneItem, slideHeight, slideWidth } from '#shared/briefing/scene/scene.ts';
import { figuresOf, type SlideFigureSpot } from './slide-figures.ts';
import './slide-fonts.css';
import classes from './slide-view.module.css';

export interface SlideViewProps {
  scene: Scene;
  /** Those of the edition or the preview; a slide takes what it shows. */
  pictures: readonly Picture[];
  palette: Palette;
  /** Makes each figure a button that leads to where it comes from. */
  onOrigin?: (origin: OriginRef) => void;
  className?: string;
}

/** One slide as a drawing that keeps its proportions in whatever width it is given; figures are buttons on top of it. */
export function SlideView({ scene, pictures, palette, onOrigin, className }: SlideViewProps) {
  const figures = onOrigin ? figuresOf(scene.items) : [];
  return (
    <div className={[classes.frame, className].filter(Boolean).join(' ')} style={{ color: palette.ink }}>
      <svg
        viewBox={`0 0 ${slideWidth} ${slideHeight}`}
        role="img"
        aria-label={scene.description}
        className={classes.slide}
        xmlns="http://www.w3.org/2000/svg"
      >
        {scene.items.map((item, index) => shapeOf(item, String(index), palette, pictures))}
      </svg>
      {figures.map((figure) => (
        <FigureButton key={figure.key} figure={figure} onOrigin={onOrigin} />
      ))}
    </div>
  );
}

function FigureButton({ figure, onOrigin }: { figure: SlideFigureSpot; onOrigin: SlideViewProps['onOrigin'] }) {
  const { t } = useTranslation('ui');
  const { box, origin, text } = figure;
  return (
    <button
      type="button"
      className={classes.figure}
      aria-label={t('number.origin', { value: text })}
      style={{
        left: `${(box.left / slideWidth) * 100}%`,
        top: `${(box.top / slideHeight) * 100}%`,
        width: `${((box.right - box.left) / slideWidth) * 100}%`,
        height: `${((box.bottom - box.top) / slideHeight) * 100}%`,
      }}
      onClick={(event) => {
        // In a presentation a click elsewhere turns the page.
        event.stopPropagation();
        onOrigin?.(origin);
      }}
      onKeyDown={stopTurning}
    />
  );
}

/** Enter and space press the button; in a presentation they would turn the page as well. */
function stopTurning(event: KeyboardEvent): void {
  if (event.key === 'Enter' || event.key === ' ') event.stopPropagation();
}

function shapeOf(item: SceneItem, key: string, palette: Palette, pictures: readonly Picture[]): ReactNode {
  switch (item.type) {
    case 'rect':
      return (
        <rect
          key={key}
          x={item.x}
          y={item.y}
          width={item.width}
          height={item.height}
          rx={item.radius}
          fill={item.fill ? palette[item.fill] : 'none'}
          stroke={item.stroke && palette[item.stroke]}
          strokeWidth={item.stroke && (item.strokeWidth ?? 1)}
        />
      );
    case 'line':
      return (
        <polyline
          key={key}
          points={item.points.map(([x, y]) => `${x},${y}`).join(' ')}
          fill="none"
          stroke={palette[item.stroke]}
          strokeWidth={item.strokeWidth}
          strokeDasharray={item.dash?.join(' ')}
          strokeLinecap={item.dash ? 'butt' : 'round'}
          strokeLinejoin="round"
        />
      );
    case 'path':
      return (
        <path
          key={key}
          d={item.d}
          fill={item.fill ? palette[item.fill] : 'none'}
          stroke={item.stroke && palette[item.stroke]}
          strokeWidth={item.stroke && (item.strokeWidth ?? 1)}
          strokeLinejoin="round"
        />
      );
    case 'circle':
      return (
        <circle
          key={key}
          cx={item.x}
          cy={item.y}
          r={item.radius}
          fill={item.fill ? palette[item.fill] : 'none'}
          stroke={item.stroke && palette[item.stroke]}
          strokeWidth={item.stroke && (item.strokeWidth ?? 1)}
        />
      );
    case 'text':
      return (
        <text
          key={key}
          x={item.x}
          y={item.y}
          fontSize={item.size}
          fontWeight={item.weight}
          fill={palette[item.fill]}
          textAnchor={item.anchor}
          // Digits of one width: columns line up, and what follows a number stands where the layout put it.
          style={/\d\d/.test(item.text) ? { fontKerning: 'none' } : undefined}
        >
          {item.text}
        </text>
      );
    case 'image':
      return <SlidePicture key={key} item={item} pictures={pictures} palette={palette} />;
  }
}

interface SlidePictureProps {
  item: Extract<SceneItem, { type: 'image' }>;
  pictures: readonly Picture[];
  palette: Palette;
}

/** Fills its box, cropped around the middle; one that is not at hand leaves its place, named. */
function SlidePicture({ item, pictures, palette }: SlidePictureProps) {
  const found = pictures.find(({ sha256 }) => sha256 === item.sha256);
  const box = { x: item.x, y: item.y, width: item.width, height: item.height };
  if (!found) return <rect {...box} fill={palette.soft} stroke={palette.line} />;
  return (
    <image
      {...box}
      href={`data:${found.contentType};base64,${found.base64}`}
      preserveAspectRatio="xMidYMid slice"
      aria-label={item.alt}
    />
  );
}
