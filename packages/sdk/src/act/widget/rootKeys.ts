import type { Kit } from './createKit.ts';
import { composing } from './sendKeys.ts';

const FIELDS = /^(input|textarea|video)$/;

/** `Esc` while the focus is inside; and what is typed here stays here, so that the page's shortcuts do not fire. */
export function rootKeys(kit: Kit, shadow: ShadowRoot, escape: () => void): void {
  for (const type of ['keydown', 'keypress', 'keyup']) {
    kit.listen(shadow, type, (event) => {
      const key = event as KeyboardEvent;
      if (key.key == 'Escape' && type == 'keydown' && !composing(key)) {
        key.preventDefault();
        key.stopPropagation();
        escape();
      } else if (FIELDS.test((key.target as Element).localName)) key.stopPropagation();
    });
  }
}
