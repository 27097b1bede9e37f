import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const ROOM = fileURLToPath(new URL('..', import.meta.url));

/**
 * An entry bundled and minified as vite does it for whoever installs the peer from npm: JavaScript by path, the entry's under `/<entry>`.
 * @param entry a file of `subjects/entries/`
 */
export async function bundle(entry: string): Promise<Record<string, string>> {
  const built = await build({
    root: ROOM, configFile: false, logLevel: 'error', publicDir: false,
    build: {
      write: false, minify: true, modulePreload: false,
      rolldownOptions: { input: `${ROOM}subjects/entries/${entry}`, output: { entryFileNames: entry, chunkFileNames: '[name]-[hash].js' } },
    },
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((one) => ('output' in one ? one.output : []));
  return Object.fromEntries(outputs.flatMap((one) => (one.type === 'chunk' ? [[`/${one.fileName}`, one.code]] : [])));
}

/** The tag of a bundled entry, which finds the collector in `bench`. */
export const bundled = (entry: string, at: string): string => `<script>bench={at:'${at}'}</script><script type="module" async crossorigin src="${at}/${entry}"></script>`;
