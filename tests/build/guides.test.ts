import { readdirSync, readFileSync } from 'node:fs';
import { parseConfig } from '@tactful/protocol';
import { expect, it } from 'vitest';

const GUIDES = readdirSync('docs/guides').map((file) => `docs/guides/${file}`);
const text = (file: string): string => readFileSync(file, 'utf8');
const blocks = (file: string, language: string): string[] => [...text(file).matchAll(new RegExp(`^ *\`\`\`${language}\\n([\\s\\S]*?)^ *\`\`\``, 'gm'))].map((match) => match[1]!);

it('the file in the guide to campaigns is one that can be published, and holds the campaign it explains', () => {
  const [campaign, file] = blocks('docs/guides/campaigns.md', 'json').map((block) => JSON.parse(block));
  expect(parseConfig(file)).toMatchObject({ ok: true });
  expect(file.campaigns).toEqual([campaign]);
});

it.each(['README.md', ...GUIDES])('%s names commands and files that exist', (file) => {
  const { scripts } = JSON.parse(text('package.json')) as { scripts: Record<string, string> };
  const named = [...text(file).matchAll(/npm run ([\w:-]+)/g)].map((match) => match[1]!);
  expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  const files = [...text(file).matchAll(/(?:packages|examples|docs)\/[\w./-]+\.\w+/g)].map(([path]) => path);
  expect(files.filter((path) => { try { return !text(path); } catch { return true; } })).toEqual([]);
});

it('each environment that the guide names has its test', () => {
  const [, table] = /<!-- environments -->\n([^]*)<!-- \/environments -->/.exec(text('docs/guides/environments.md'))!;
  const rows = table!.trim().split('\n').slice(2).map((row) => row.split('|').at(-2)!.trim());
  expect(rows.length).toBeGreaterThan(15);
  const missing = rows.filter((row) => {
    const [, file, name] = /^`([\w/.-]+\.test\.ts)`(?:: (.+))?$/.exec(row) ?? [];
    return !file || !text(file).includes(name ? `'${name}'` : 'it');
  });
  expect(missing).toEqual([]);
});
