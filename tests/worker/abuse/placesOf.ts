type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Puts a text somewhere into a copy of what it was made for. */
export type Put = (text: string) => unknown;

/** Every place in a body where a text may stand: each text, and each name of a record. */
export function placesOf(body: unknown): readonly Put[] {
  const places: Put[] = [];
  const walk = (value: Json, put: (own: unknown) => unknown): void => {
    if (typeof value === 'string') places.push(put);
    else if (Array.isArray(value)) value.forEach((one, at) => walk(one, (own) => put(value.with(at, own))));
    else if (typeof value === 'object' && value !== null) {
      for (const [name, one] of Object.entries(value)) {
        walk(one, (own) => put({ ...value, [name]: own }));
        // Computed, so that `__proto__` is a name like others.
        places.push((text) => put(Object.fromEntries(Object.entries(value).map(([key, was]) => [key === name ? text : key, was]))));
      }
    }
  };
  walk(body as Json, (own) => own);
  return places;
}
