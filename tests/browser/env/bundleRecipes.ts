import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import vue from '@vitejs/plugin-vue';
import { build, type Plugin } from 'vite';

const ROOM = resolve('tests/browser/env/recipes');
/** Files that stand in the guide alone. */
const RECIPES: Readonly<Record<string, string>> = { [`${ROOM}/App.vue`]: 'vue', [`${ROOM}/Layout.svelte`]: 'svelte' };
const HOST = "'https://cx.example.com'";

/** A recipe as the guide has it, but for the collector's address, which is the page's `cx`. */
function read(language: string): string {
  const [, text] = new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, 'm').exec(readFileSync('docs/guides/environments.md', 'utf8'))!;
  if (!text!.includes(HOST)) throw new Error(`The recipe for ${language} names no collector.`);
  return text!.replace(HOST, 'window.cx');
}

/** An app around each recipe of docs/guides/environments.md, built as hosts do, with npm's entry of the SDK. By file name: `vue.js`, `svelte.js` and what they load. */
export async function bundleRecipes(): Promise<ReadonlyMap<string, string>> {
  const guide: Plugin = {
    name: 'guide',
    enforce: 'pre',
    resolveId(id, importer) {
      if (id === '@tactful/sdk' && importer !== `${ROOM}/sdk.js`) return `${ROOM}/sdk.js`;
      const path = importer ? resolve(importer, '..', id) : id;
      return RECIPES[path] ? path : null;
    },
    load: (id) => RECIPES[id] ? read(RECIPES[id]) : null,
  };
  const { output } = await build({
    root: ROOM, configFile: false, logLevel: 'error', plugins: [guide, vue(), svelte({ configFile: false })],
    build: {
      write: false, modulePreload: false,
      rolldownOptions: {
        input: { vue: `${ROOM}/vue.js`, svelte: `${ROOM}/svelte.js` },
        // Ours are told by their names.
        output: { entryFileNames: '[name].js', chunkFileNames: '[name].js', codeSplitting: { groups: [{ name: 'tactful', test: /tactful\.mjs$/ }] } },
      },
    },
  }) as unknown as { output: { fileName: string; code: string }[] };
  return new Map(output.map(({ fileName, code }) => [fileName, code]));
}
