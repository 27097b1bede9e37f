import type { ComponentChildren, JSX } from 'preact';

/** What stands where nothing is yet: what will be here, and what makes it come. */
export function Empty({ title, children }: { readonly title: string; readonly children: ComponentChildren }): JSX.Element {
  return <div class="empty"><p class="empty-title">{title}</p><div class="empty-body">{children}</div></div>;
}
