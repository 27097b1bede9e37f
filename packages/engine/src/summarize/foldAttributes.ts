import type { Scalar } from '@tactful/protocol';
import { add } from '../add.ts';
import type { Core } from '../memory.ts';

/** Attributes kept, and the length of a text among them. */
const ATTRIBUTES = 40;
const CHARS = 128;

/** Attributes of the visitor, kept as `user.<name>` (`x.<name>` reads the same); those beyond the bounds are counted in `loss`. */
export function foldAttributes({ attributes, tally }: Core, values: Readonly<Record<string, Scalar>>): void {
  for (const key of Object.keys(values)) {
    const name = 'user.' + key.replace(/^(user|x)\./, '');
    const value = values[key]!;
    if ((name + value).length > CHARS || Object.keys({ ...attributes, [name]: 0 }).length > ATTRIBUTES) add(tally.loss, 'attributes');
    else attributes[name] = value;
  }
}
