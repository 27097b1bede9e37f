import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** By itself Vitest leaves a core idle, which is half of two. Who steers a browser waits for it half of the time, so there one more. */
const maxWorkers = Math.max(2, availableParallelism() - 1);

/**
 * Unit tests stand beside their code; the other rooms of `tests/` name their own projects.
 * One file or folder alone, from the top: `npx vitest run --config tests/vitest.config.ts --project unit packages/engine`.
 */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    setupFiles: ['tests/fixSeed.ts'],
    // A fact that is sure to come is waited for, however busy the machine is.
    expect: { poll: { timeout: 10_000 } },
    projects: [
      { extends: true, test: { name: 'unit', include: ['packages/*/src/**/*.test.ts', 'packages/*/src/**/*.test.tsx'], testTimeout: 30_000, maxWorkers } },
      { extends: true, test: { name: 'cases', include: ['tests/cases/**/*.test.ts'], testTimeout: 30_000, maxWorkers } },
      { extends: true, test: { name: 'types', include: ['tests/types/**/*.test.ts'], testTimeout: 120_000 } },
      { extends: true, test: { name: 'build', include: ['tests/build/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 60_000 } },
      { extends: true, test: { name: 'worker', include: ['tests/worker/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000, maxWorkers } },
      { extends: true, test: { name: 'browser', include: ['tests/browser/**/*.test.ts'], testTimeout: 90_000, hookTimeout: 90_000, maxWorkers: maxWorkers + 1 } },
      // One after the other: chaos takes the whole machine, and what the others hold a browser to is not to be judged beside it.
      { extends: true, test: { name: 'lifecycle', include: ['tests/lifecycle/**/*.test.ts'], testTimeout: 90_000, hookTimeout: 90_000, maxWorkers: 1 } },
    ],
  },
});
