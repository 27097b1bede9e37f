export * from './Interval.ts';
export * from './WANTED_VISITORS_PER_ARM.ts';
export * from './valuePerVisitorLift.ts';
export * from './conversionLift.ts';
export { newcombe, type Counted } from './newcombe.ts';
