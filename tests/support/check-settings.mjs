// .env.example documents exactly the settings that server/config.ts reads.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../server/launch-steps.mjs';

/** @returns what is wrong, one sentence each */
export function checkSettings() {
  const source = readFileSync(join(root, 'server', 'config.ts'), 'utf8');
  const schema = source.slice(source.indexOf('environmentSchema = z.object({'), source.indexOf('\n});'));
  const read = [...schema.matchAll(/^ {2}([A-Z][A-Z0-9_]*):/gm)].map((match) => match[1]);
  const example = readFileSync(join(root, '.env.example'), 'utf8');
  const documented = [...example.matchAll(/^(?:# )?([A-Z][A-Z0-9_]*)=/gm)].map((match) => match[1]);
  if (read.length === 0) return ['server/config.ts: no settings were found; correct check-settings.mjs.'];
  return [
    ...read.filter((name) => !documented.includes(name)).map((name) => `.env.example does not explain ${name}.`),
    ...documented
      .filter((name) => !read.includes(name))
      .map((name) => `.env.example explains ${name}, which nothing reads.`),
  ];
}
