import type { Contradiction, SlideBody } from '#shared/briefing/content.ts';

export function findContradictions(_written: string, _content: { body: SlideBody }): Contradiction[] {
  return [];
}
