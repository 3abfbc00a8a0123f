import { expect, it } from 'vitest';
import { deckContentSchema } from '#shared/briefing/content.ts';
import { deckContent } from '#tests/support/briefing-fixtures.ts';

it('the slides that tests share are slides as an edition holds them', () => {
  const content = deckContent();
  expect(deckContentSchema.parse(content)).toEqual(content);
});
