/** The element with the focus, also on a page where a frame or form is named `activeElement` and stands in for the document's own word. */
export const focused = (): Element | null => Reflect.get(Document.prototype, 'activeElement', document);
