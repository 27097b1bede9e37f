import { deepest } from './roots.ts';

/**
 * The element with the focus, down through open shadow roots; also on a page where a frame or form is named `activeElement` and stands
 * in for the document's own word.
 */
export const focused = (): Element | null => deepest(Reflect.get(Document.prototype, 'activeElement', document), (root) => root.activeElement);
