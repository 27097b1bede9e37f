import { EditorView } from '@codemirror/view';

/**
 * Typing over a selection, done by the editor instead of the browser: Chromium's own way of joining lines copies styles into
 * `style` attributes, which a strict `style-src` refuses aloud.
 */
export const replaceOnInput = EditorView.domEventHandlers({
  beforeinput(event, view) {
    if (event.inputType !== 'insertText' || event.data === null || event.isComposing || view.state.selection.main.empty) return false;
    view.dispatch({ ...view.state.replaceSelection(event.data), scrollIntoView: true, userEvent: 'input.type' });
    return true;
  },
});
