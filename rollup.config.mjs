/**
 * Bundles what `tsc -b` wrote to each lib/: the page's files, the npm package's files with their types, and the console.
 * The Worker is bundled by wrangler from its own sources.
 */
import { readFileSync } from 'node:fs';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { INTERNAL_NAMES } from './scripts/build/internalNames.mjs';
import { joinLines } from './scripts/build/joinLines.mjs';
import { letForConst } from './scripts/build/letForConst.mjs';
import { publishAssets } from './scripts/build/publishAssets.mjs';
import { writeTypes } from './scripts/build/writeTypes.mjs';

const { version } = JSON.parse(readFileSync('packages/sdk/package.json', 'utf8'));
const DIST = 'packages/sdk/dist';
const ASSETS = 'packages/collector/assets';

/** The floor of the page's syntax; `import()` and nothing else is newer. */
const minify = ({ module, ecma = 2019, passes = 5, short = false }) =>
  terser({
    module, ecma, toplevel: true, format: { comments: false },
    compress: { passes, ecma, unsafe_arrows: true, inline: 1, lhs_constants: false },
    ...(short && {
      mangle: { properties: { builtins: true, regex: new RegExp(`^(${Object.keys(INTERNAL_NAMES).join('|')})$`) } },
      nameCache: { props: { props: Object.fromEntries(Object.entries(INTERNAL_NAMES).map(([name, is]) => [`$${name}`, is])) } },
    }),
  });

const SDK = 'packages/sdk/lib';
/** The page's other files, by their entries; each is imported when it is wanted first. */
const WIDGET = `${SDK}/act/widget`;
const PARTS = {
  ship: `${SDK}/ship/createShipping.js`, domain: `${SDK}/ship/domain/createShipping.js`, act: `${SDK}/act/createActor.js`, widget: `${WIDGET}/index.js`, talk: `${WIDGET}/talk/talk.js`, survey: `${WIDGET}/survey/survey.js`,
  data: `${WIDGET}/data/data.js`, helped: `${WIDGET}/helped/helped.js`,
  sense: `${SDK}/sense/join.js`, shop: `${SDK}/shop/join.js`, consent: `${SDK}/consent/join.js`, pixel: `${SDK}/shop/pixel/startPixel.js`,
  user: `${SDK}/user/join.js`, debug: `${SDK}/debug/join.js`,
};
const partOf = (id) => Object.keys(PARTS).find((part) => id.replaceAll('\\', '/').endsWith(PARTS[part].slice(SDK.length)));
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
    // npm: the host's bundler splits these off, so their imports stay imports.
    paths: (id) => (partOf(id) ? `./tactful-${partOf(id)}.mjs` : id),
  },
  plugins: [plainImports, joinLines, resolve(), letForConst, minify({ module: format === 'es', short: file.endsWith('.js') }), ...plugins],
});

export default [
  page({ input: `${SDK}/tag.js`, file: 'tactful.js', format: 'iife' }),
  page({ input: `${SDK}/index.js`, file: 'tactful.mjs', external: partOf }),
  ...Object.entries(PARTS).flatMap(([part, input]) => [
    page({ input, file: `tactful-${part}.js` }),
    // What shares a visitor lies over what ships.
    page({ input, file: `tactful-${part}.mjs`, external: (id) => id == 'idb-keyval' || part == 'domain' && partOf(id) == 'ship' }),
  ]),
  // What the command `tactful pull` looks at a configuration with.
  page({ input: `${SDK}/pull/checkConfig.js`, file: 'tactful-pull.mjs' }),
  // For a shop's servers.
  page({ input: `${SDK}/node/createClient.js`, file: 'tactful-node.mjs' }),
  page({ input: 'packages/engine/lib/index.js', file: 'tactful-engine.mjs', plugins: [writeTypes({ out: `${DIST}/types` })] }),
  {
    input: 'packages/console/lib/main.js',
    output: { file: `${ASSETS}/console/console.js`, format: 'es', inlineDynamicImports: true },
    // The last bundle: by now everything that is served is there.
    plugins: [resolve(), minify({ module: true, ecma: 2022, passes: 1 }), publishAssets({ version, dist: DIST, assets: ASSETS })],
  },
];
