/**
 * A slide as a drawing: what the presenter shows, the PDF prints and the PNG holds is this one list of shapes. Units are
 * 1/1280 of the slide's width; y grows downwards; text stands on its baseline. Later items lie on top.
 */
export const slideWidth = 1280;
export const slideHeight = 720;

/** Nothing that must be read from the back of a room is smaller; footers and axis ticks may go down to `smallestNote`. */
export const smallestText = 20;
export const smallestNote = 15;

/** A colour by its role; `shared/briefing/scene/palette.ts` has the value of each in light and dark. */
export type Ink =
  | 'paper'
  | 'ink'
  | 'muted'
  | 'line'
  | 'soft'
  | 'primary'
  | 'on-primary'
  | 'warning'
  | `issue-${'ke' | 'st' | 'ats' | 'pa' | 'inf'}${'' | '-soft' | '-deep' | '-text'}`
  | `status-${'achieved' | 'on-track' | 'attention' | 'critical' | 'no-data'}${'' | '-bg' | '-fg'}`;

/** The figure a shape stands for: a click on it opens where the number comes from. */
export interface OriginRef {
  indicatorId: string;
  areaId: string;
  month: string;
}

interface Shape {
  origin?: OriginRef;
}

export interface RectItem extends Shape {
  type: 'rect';
  x: number;
  y: number;
  width: number;
  height: number;
  fill?: Ink;
  stroke?: Ink;
  strokeWidth?: number;
  radius?: number;
}

export interface LineItem extends Shape {
  type: 'line';
  points: readonly (readonly [number, number])[];
  stroke: Ink;
  strokeWidth: number;
  dash?: readonly number[];
}

/** Closed outlines and icons: SVG path commands M L C Q A Z, absolute. */
export interface PathItem extends Shape {
  type: 'path';
  d: string;
  fill?: Ink;
  stroke?: Ink;
  strokeWidth?: number;
}

export interface CircleItem extends Shape {
  type: 'circle';
  x: number;
  y: number;
  radius: number;
  fill?: Ink;
  stroke?: Ink;
  strokeWidth?: number;
}

export interface TextItem extends Shape {
  type: 'text';
  x: number;
  y: number;
  /** One line; wrapping is the layout's work. */
  text: string;
  size: number;
  weight: 400 | 700;
  fill: Ink;
  anchor: 'start' | 'middle' | 'end';
}

export interface ImageItem {
  type: 'image';
  x: number;
  y: number;
  width: number;
  height: number;
  /** Of a picture of the edition; drawn to fill the box, cropped around its middle. */
  sha256: string;
  alt: string;
}

export type SceneItem = RectItem | LineItem | PathItem | CircleItem | TextItem | ImageItem;

export interface Scene {
  /** The slide in words, for those who do not see it. */
  description: string;
  items: readonly SceneItem[];
}

/** What is printed at the foot of each slide: an edition's mark, or that this is a draft. */
export interface SlideMark {
  /** Null for a live deck. */
  edition: { frozenAt: string; sha256: string; number: number } | null;
  /** 1-based. */
  page: number;
  pages: number;
  timeZone: string;
}
