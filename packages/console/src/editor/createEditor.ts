import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { bracketMatching, foldGutter, foldKeymap, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import { lintKeymap, setDiagnostics } from '@codemirror/lint';
import { unifiedMergeView } from '@codemirror/merge';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { EditorState, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers } from '@codemirror/view';
import type { PlacedIssue } from './checkText.ts';
import { editorColors, editorTheme } from './editorTheme.ts';
import { replaceOnInput } from './replaceOnInput.ts';

/** An editor of one JSON text. */
export interface Editor {
  readonly setText: (text: string) => void;
  /** Underlines the issues, each with its message. */
  readonly mark: (issues: readonly PlacedIssue[]) => void;
  /** Scrolls to an offset, puts the cursor there and takes the focus. */
  readonly goTo: (offset: number) => void;
  readonly destroy: () => void;
}

export interface EditorOptions {
  /** A shadow root: there CodeMirror's styles become adopted sheets, which a strict `style-src` lets pass. */
  readonly root: ShadowRoot;
  readonly text: string;
  readonly label: string;
  /** Another text to compare with: removed lines are the other's. The editor is then read-only. */
  readonly against?: string;
  readonly onChange?: (text: string) => void;
}

/** Opens an editor in a shadow root. `Esc` then `Tab` leaves it by keyboard. */
export function createEditor({ root, text, label, against, onChange }: EditorOptions): Editor {
  const reading: Extension = against === undefined
    ? [EditorView.contentAttributes.of({ tabindex: '0' }), replaceOnInput, history(), keymap.of([...historyKeymap, indentWithTab]), highlightActiveLine(), highlightActiveLineGutter()]
    : [EditorState.readOnly.of(true), EditorView.editable.of(false), EditorView.contentAttributes.of({ tabindex: '0' }),
      unifiedMergeView({ original: against, mergeControls: false, gutter: false, collapseUnchanged: { margin: 3, minSize: 6 } })];
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(), foldGutter(), drawSelection(), indentOnInput(), bracketMatching({ maxScanDistance: 100_000 }), highlightSelectionMatches(),
        json(), syntaxHighlighting(editorColors), editorTheme, reading,
        keymap.of([...defaultKeymap, ...searchKeymap, ...foldKeymap, ...lintKeymap]),
        EditorView.contentAttributes.of({ 'aria-label': label }),
        EditorView.updateListener.of(update => { if (update.docChanged) onChange?.(update.state.doc.toString()); }),
      ],
    }),
  });
  return {
    setText: next => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next } }),
    mark: issues => {
      const end = view.state.doc.length;
      view.dispatch(setDiagnostics(view.state, issues.map(({ from, to, message }) => ({ from: Math.min(from, end), to: Math.min(to, end), severity: 'error' as const, message }))));
    },
    goTo: offset => {
      const anchor = Math.min(offset, view.state.doc.length);
      view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: 'start', yMargin: 40 }) });
      view.focus();
    },
    destroy: () => view.destroy(),
  };
}
