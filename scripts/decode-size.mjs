// Prints what `decodeConfig` costs a page: minified and gzipped alone, and as its share of the core. Wants `npm run types` first.
import { gzipSync } from 'node:zlib';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { rollup } from 'rollup';

const DECODE = 'packages/protocol/lib/decode.js';
const CORE = 'packages/sdk/lib/tag.js';
const nothing = { name: 'nothing', transform: (_code, id) => (id.endsWith(DECODE) ? 'export const decodeConfig = (input) => input;' : null) };

async function gzipped(input, plugins = []) {
  const bundle = await rollup({
    input, external: /widget/, onwarn: () => {},
    plugins: [...plugins, nodeResolve({ browser: true }), terser({ module: true, ecma: 2019, toplevel: true, compress: { passes: 3, ecma: 2019 } })],
  });
  const { output } = await bundle.generate({ format: 'es' });
  return gzipSync(output[0].code, { level: 9 }).length;
}

const [alone, core, without] = [await gzipped(DECODE), await gzipped(CORE), await gzipped(CORE, [nothing])];
console.log(`decodeConfig, gzip -9: ${alone} bytes alone, ${core - without} of the core's ${core}`);
