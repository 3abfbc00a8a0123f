import type { Page } from '@playwright/test';
import { listAssignmentsOutput } from '#shared/assignment-admin.ts';
import type { Month } from '#shared/month.ts';
import { monthSchema } from '#shared/month-schema.ts';
import { expect } from './test.ts';

/**
 * Hands every district of the regency to one agency, from the running month on, for which nothing was reported yet.
 * @param page an administrator's
 * @returns the running month
 */
export async function giveRegencyTo(page: Page, areaId: string, agencyId: string): Promise<Month> {
  const { origin } = new URL((await page.request.get('/')).url());
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Makassar' }).format(new Date());
  const month = monthSchema.parse(today.slice(0, 7));
  const input = encodeURIComponent(JSON.stringify({ areaId, role: 'area_owner', on: today, limit: 100 }));
  const answer: unknown = await (await page.request.get(`/api/trpc/assignment.list?input=${input}`)).json();
  const { rows: owners } = listAssignmentsOutput.parse(dataOf(answer));
  for (const { id, version } of owners.filter((owner) => owner.agencyId !== agencyId)) {
    const change = { kind: 'hand_over', id, version, agencyId, validFrom: `${month}-01` };
    const done = await page.request.post('/api/trpc/assignment.change', {
      headers: { origin },
      data: { ...change, legalBasis: null, source: null, confidence: null },
    });
    expect(done.ok(), await done.text()).toBe(true);
  }
  return month;
}

function dataOf(answer: unknown): unknown {
  if (typeof answer !== 'object' || answer === null || !('result' in answer)) return undefined;
  const { result } = answer;
  return typeof result === 'object' && result !== null && 'data' in result ? result.data : undefined;
}
