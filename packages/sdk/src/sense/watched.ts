import type { DeviceClause, DeviceConfig } from '@tactful/protocol';

/** Which of the targets that clauses of a kind name hold an element. */
export type Watched = (on: DeviceClause['on'], element: Element) => number[];

/** Every clause of the configuration, steps of sequences among them. */
export function clausesOf({ campaigns }: Pick<DeviceConfig, 'campaigns'>): DeviceClause[] {
  return campaigns.flatMap(({ trigger }) => trigger.clauses.flatMap((clause) => [clause, ...clause.of || []]));
}

/** Reads the targets of a configuration once. A selector that this browser does not know holds nothing. */
export function createWatched(config: DeviceConfig): Watched {
  const named: Record<string, Set<number>> = {};
  for (const { on, target } of clausesOf(config)) if (target != null) (named[on] = named[on] || new Set()).add(target);
  const holds = (element: Element, selector: string): boolean => {
    try {
      return !!element.closest(selector);
    } catch (_error) {
      // Asked again with each element: there are few, and this is rare.
      return false;
    }
  };
  return (on, element) => [...named[on] || []].filter((target) => holds(element, config.targets[target]!));
}
