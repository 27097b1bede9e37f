import type { IssueCode } from '../codes.ts';

/** Reports one thing wrong at a path. */
export type Report = (code: IssueCode, path: string) => void;

/** Refuses the second use of an id. */
export function checkUnique(items: readonly { readonly id: string }[] | undefined, path: string, report: Report): void {
  const taken = new Set<string>();
  items?.forEach(({ id }, at) => {
    if (taken.has(id)) report('duplicate_id', `${path}[${at}].id`);
    taken.add(id);
  });
}
