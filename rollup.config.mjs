/**
 * Bundles what `tsc -b` wrote to each lib/: the page's files, the npm package's files with their types, and the console.
 * The Worker is bundled by wrangler from its own sources.
 */
import { readFileSync } from 'node:fs';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { publishAssets } from './scripts/build/publishAssets.mjs';
import { writeTypes } from './scripts/build/writeTypes.mjs';

const { version } = JSON.parse(readFileSync('packages/sdk/package.json', 'utf8'));
const DIST = 'packages/sdk/dist';
const ASSETS = 'packages/collector/assets';

/** The floor of the page's syntax; `import()` and nothing else is newer. */
const minify = ({ module, ecma = 2019, passes = 3 }) =>
  terser({ module, ecma, toplevel: true, compress: { passes, ecma }, format: { comments: false } });

/** The widget's entry, as the core names it when it imports the widget on the first message. */
const isWidget = (id) => /[\\/]act[\\/]stage\.js$/.test(id);
const resolve = () => nodeResolve({ browser: true });

/** tsc wraps an `import()` of a computed address in a helper that looks for `.ts`; ours is an address of the collector. */
const plainImports = {
  name: 'plain-imports',
  transform: (code) => code.replace(/^var __rewriteRelativeImportExtension = [^]*?\n};\n/, '').replaceAll('__rewriteRelativeImportExtension(`', '(`'),
};

const page = ({ input, file, format = 'es', external = [], plugins = [] }) => ({
  input,
  external,
  output: {
    file: `${DIST}/${file}`,
    format,
    inlineDynamicImports: true,
    generatedCode: 'es2015',
    // npm: the host's bundler splits the widget off, so its import stays an import.
    paths: (id) => (isWidget(id) ? './tactful-widget.mjs' : id),
  },
  plugins: [plainImports, resolve(), minify({ module: format === 'es' }), ...plugins],
});

const SDK = 'packages/sdk/lib';
export default [
  page({ input: `${SDK}/tag.js`, file: 'tactful.js', format: 'iife' }),
  page({ input: `${SDK}/index.js`, file: 'tactful.mjs', external: (id) => id === 'idb-keyval' || isWidget(id) }),
  page({ input: `${SDK}/act/stage.js`, file: 'tactful-widget.js' }),
  page({ input: `${SDK}/act/stage.js`, file: 'tactful-widget.mjs' }),
  page({ input: 'packages/engine/lib/index.js', file: 'tactful-engine.mjs', plugins: [writeTypes({ out: `${DIST}/types` })] }),
  {
    input: 'packages/console/lib/main.js',
    output: { file: `${ASSETS}/console/console.js`, format: 'es', inlineDynamicImports: true },
    // The last bundle: by now everything that is served is there.
    plugins: [resolve(), minify({ module: true, ecma: 2022, passes: 1 }), publishAssets({ version, dist: DIST, assets: ASSETS })],
  },
];
