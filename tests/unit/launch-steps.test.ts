import { expect, it } from 'vitest';
import { checkNode } from '../../server/launch-steps.mjs';

it.each(['20.19.0', '20.20.2', '22.12.0', '23.0.0', '24.21.0', '26.1.0'])('Node %s is new enough', (version) => {
  expect(() => checkNode(version)).not.toThrow();
});

it.each(['16.20.2', '18.20.8', '20.18.3', '21.7.3', '22.11.0'])('Node %s is refused in one sentence', (version) => {
  expect(() => checkNode(version)).toThrow(
    new RegExp(
      `^Satgas 4\\+1 needs Node.js 20\\.19 or newer .* this is ${version}: install it from https://nodejs.org`,
    ),
  );
});
