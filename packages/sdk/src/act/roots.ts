/** Follows what is inside open shadow roots: `inside` tells of a root which of its elements is meant. */
export function deepest(element: Element | null, inside: (root: ShadowRoot) => Element | null): Element | null {
  const inner = element && element.shadowRoot && inside(element.shadowRoot);
  return inner && inner != element ? deepest(inner, inside) : element;
}

/** The nearest of an element and all that it is drawn in (its slot, its parent, the host of its shadow root) that is as asked. */
export function nearest(element: Element | null, is: (element: Element) => unknown): Element | null {
  while (element && !is(element)) element = element.assignedSlot || element.parentElement || (element.getRootNode() as ShadowRoot).host;
  return element;
}

/** True for an element that may hide its inside in a closed shadow root: a custom one, as our own, without an open root. */
export const isClosed = ({ localName, shadowRoot }: Element): boolean => !shadowRoot && localName.includes('-');
