import { type KeyboardEvent, type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Picture } from '#shared/briefing/edition.ts';
import type { Palette } from '#shared/briefing/scene/palette.ts';
import { type OriginRef, type Scene, type SceneItem, slideHeight, slideWidth } from '#shared/briefing/scene/scene.ts';
import { groupByFigure, hitBox, type SlideGroup, textOf } from './slide-figures.ts';
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

/** One slide as a drawing that keeps its proportions in whatever box it is given. */
export function SlideView({ scene, pictures, palette, onOrigin, className }: SlideViewProps) {
  const clip = useId();
  const draw = (item: SceneItem, key: number) => shapeOf(item, `${clip}-${key}`, palette, pictures);
  const hasButtons = onOrigin !== undefined && scene.items.some((item) => item.type !== 'image' && item.origin);
  return (
    <svg
      viewBox={`0 0 ${slideWidth} ${slideHeight}`}
      role={hasButtons ? 'group' : 'img'}
      aria-label={scene.description}
      className={[classes.slide, className].filter(Boolean).join(' ')}
      xmlns="http://www.w3.org/2000/svg"
    >
      {groupByFigure(scene.items).map((group) =>
        group.origin && onOrigin && textOf(group.items) !== '' ? (
          <FigureButton key={group.key} group={group} origin={group.origin} onOrigin={onOrigin} color={palette.ink}>
            {group.items.map(draw)}
          </FigureButton>
        ) : (
          <g key={group.key} aria-hidden={hasButtons || undefined}>
            {group.items.map(draw)}
          </g>
        ),
      )}
    </svg>
  );
}

/** A drawing has no element for a button. */
const button = { role: 'button', tabIndex: 0 } as const;

interface FigureButtonProps {
  group: SlideGroup;
  origin: OriginRef;
  onOrigin: (origin: OriginRef) => void;
  color: string;
  children: ReactNode;
}

function FigureButton({ group, origin, onOrigin, color, children }: FigureButtonProps) {
  const { t } = useTranslation('ui');
  const box = hitBox(group.items);
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    // In a presentation the space bar turns the page.
    event.stopPropagation();
    onOrigin(origin);
  };
  return (
    <g
      {...button}
      aria-label={t('number.origin', { value: textOf(group.items) })}
      className={classes.figure}
      color={color}
      onClick={(event) => {
        event.stopPropagation();
        onOrigin(origin);
      }}
      onKeyDown={press}
    >
      {children}
      <rect
        className={classes.hit}
        x={box.left}
        y={box.top}
        width={box.right - box.left}
        height={box.bottom - box.top}
        rx={6}
      />
    </g>
  );
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
