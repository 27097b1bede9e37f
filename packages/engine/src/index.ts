export * from './observation.ts';
export * from './engine.ts';
