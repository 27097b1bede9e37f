export * from './observation.ts';
export * from './engine.ts';
export { createEngine } from './createEngine.ts';
export { prepare } from './decide/prepare.ts';
export type { Prepared } from './memory.ts';
