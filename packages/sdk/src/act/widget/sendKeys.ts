import type { Kit } from './createKit.ts';

/** While an input method composes, keys belong to it. Safari ends the composition first and marks the key with 229. */
export const composing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode == 229;

/** When a form sends: its button, Enter in a line, Ctrl or Cmd with Enter in a text; never an Enter that chooses a word. */
export function sendKeys(kit: Kit, form: HTMLFormElement, submit: () => void): void {
  kit.listen(form, 'submit', (event) => {
    event.preventDefault();
    submit();
  });
  kit.listen(form, 'keydown', (event) => {
    const key = event as KeyboardEvent;
    if (key.key != 'Enter' && key.keyCode != 229) return;
    if (composing(key)) {
      // The implicit submission of a form would send half a word.
      if (key.key == 'Enter') key.preventDefault();
    } else if ((key.ctrlKey || key.metaKey) && key.key == 'Enter') {
      key.preventDefault();
      submit();
    }
  });
}
