import { EXAMPLE } from './EXAMPLE.ts';

/** A configuration with the example at the end of its campaigns. */
export function addExample(source: unknown): unknown {
  const { campaigns = [], ...rest } = source as { readonly campaigns?: readonly unknown[] };
  return { ...rest, campaigns: [...campaigns, EXAMPLE] };
}
