import type { Listen } from './createKit.ts';

/** What an element may be given: an attribute, nothing, or a listener under the event's name. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined | ((event: Event) => void)>>;
/** A child; strings become text nodes, so nothing is ever parsed as HTML. */
export type Child = Node | string | false | null | undefined;
export type Build = <K extends keyof HTMLElementTagNameMap>(tag: K, attributes?: Attributes | null, ...children: Child[]) => HTMLElementTagNameMap[K];

/** Makes the one function that creates elements. `style` is not an attribute it is given: strict policies forbid it. */
export function builder(document: Document, listen: Listen): Build {
  return (tag, attributes, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (typeof value == 'function') listen(element, name, value);
      else if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : String(value));
    }
    element.append(...children.filter((child): child is Node | string => !!child));
    return element;
  };
}
