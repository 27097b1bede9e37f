export * from './observation.ts';
export * from './engine.ts';
export { createEngine } from './createEngine.ts';
