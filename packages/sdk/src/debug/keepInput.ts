import type { Core } from '../core.ts';

/**
 * What is done in the panel is no input of the visitor's. The sensor hears it first, for it was there first; so the moment of the
 * last input is put back to what it was.
 * @returns runs after each input with whether it was the panel's
 */
export function keepInput(core: Pick<Core, 'engine'>): (own: boolean) => void {
  let engine = core.engine;
  let last = engine && engine.input;
  return (own) => {
    if (own && engine && engine == core.engine) engine.input = last!;
    engine = core.engine;
    last = engine && engine.input;
  };
}
