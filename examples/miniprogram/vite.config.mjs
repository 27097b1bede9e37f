import { defineConfig } from 'vite';

/** One CommonJS file beside the mini-program's own: its runtime knows `require` and no packages. */
export default defineConfig({
  root: import.meta.dirname,
  build: {
    target: 'es2018', outDir: 'miniprogram/dist', minify: true, reportCompressedSize: false,
    lib: { entry: 'tactful/startTactful.ts', formats: ['cjs'], fileName: () => 'tactful.js' },
  },
});
