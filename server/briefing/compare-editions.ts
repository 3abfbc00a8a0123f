import { AppError } from '#server/app-error.ts';
import type { EditionComparison } from '#shared/briefing/change.ts';
import { getEditionHead } from './edition.service.ts';
import type { BriefingScene } from './scene.ts';

export async function compareEditions(
  { handle }: BriefingScene,
  { fromId }: { fromId: string; toId: string | null },
): Promise<EditionComparison> {
  await getEditionHead(handle.db, fromId);
  throw new AppError('INTERNAL');
}
