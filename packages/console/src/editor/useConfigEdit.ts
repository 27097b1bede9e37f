import type { ConfigDocument, ConfigSource } from '@tactful/protocol';
import { useRef, useState } from 'preact/hooks';
import type { Failure } from '../api/Answer.ts';
import type { Desk } from '../app/Desk.ts';
import { word } from '../words/word.ts';
import { addRecipe } from './addRecipe.ts';
import { checkText, placeIssues, type PlacedIssue, type Verdict } from './checkText.ts';
import type { Editor } from './createEditor.ts';
import { keepDraft, readDraft } from './draftStore.ts';
import { locateCampaign } from './locateCampaign.ts';
import type { RecipeId } from './RECIPES.ts';

/** The work on one text: from the published version, through checks, to the next one or a conflict. */
export interface ConfigEdit {
  readonly base: ConfigDocument;
  readonly text: string;
  readonly issues: readonly PlacedIssue[];
  readonly fromServer: boolean;
  /** Campaigns that paused themselves, which keeps the text from being published. */
  readonly held: readonly string[];
  readonly changed: boolean;
  readonly kept: boolean;
  readonly busy: boolean;
  readonly failure?: Failure;
  /** What somebody else published meanwhile. */
  readonly theirs?: ConfigDocument;
  readonly ready: (editor: Editor) => void;
  readonly goTo: (offset: number) => void;
  readonly change: (text: string) => void;
  readonly format: () => void;
  /** Whether the text names no campaign yet. */
  readonly bare: boolean;
  /** Whether the text is JSON, so that something can be written into it. */
  readonly writable: boolean;
  /** Writes a recipe's campaign into it, as a draft, and goes there. */
  readonly add: (recipe: RecipeId) => Promise<void>;
  /** Back to a published version. */
  readonly take: (document: ConfigDocument) => void;
  /** `over`: their version; `lift`: campaigns that are to be live again. */
  readonly publish: (note: string, how?: { readonly over?: ConfigDocument; readonly lift?: readonly string[] }) => Promise<boolean>;
}

export const textOf = (document: ConfigDocument): string => `${JSON.stringify(document.source, null, 2)}\n`;

/** The id of the campaign that a path of the text leads into. */
const idAt = (text: string, path: string): string => (JSON.parse(text) as ConfigSource).campaigns![Number(/\d+/.exec(path)![0])]!.id;

interface State {
  /** As last known to be published. */
  readonly base: ConfigDocument;
  /** Of the version that the text was begun on: older than `base` for a kept draft, so that a publication in between is noticed. */
  readonly etag: string;
  readonly text: string; readonly issues: readonly PlacedIssue[]; readonly fromServer: boolean;
  /** The text that `base` was published from here, which may be spaced otherwise than `base` is printed. */
  readonly typed?: string | undefined;
  readonly kept: boolean; readonly busy: boolean; readonly failure?: Failure | undefined; readonly theirs?: ConfigDocument | undefined;
}

/** `parse` is the protocol's; `storage` keeps the draft over a reload of this tab. */
export function useConfigEdit({ desk, first, parse, storage }: {
  readonly desk: Desk; readonly first: ConfigDocument; readonly parse: (value: unknown) => Verdict; readonly storage: Storage;
}): ConfigEdit {
  const editor = useRef<Editor | null>(null);
  const { api, site } = desk;
  const owner = { email: desk.email, site: site.id };
  const [state, setState] = useState<State>(() => {
    const draft = readDraft(storage, owner);
    const text = draft?.text ?? textOf(first);
    return { base: first, etag: draft?.etag ?? first.etag, text, issues: checkText(text, parse).issues, fromServer: false, kept: draft !== undefined, busy: false };
  });
  const latest = useRef(state.text);
  const isBase = (text: string): boolean => text === state.typed || text === textOf(state.base);
  const patch = (part: Partial<State>): void => setState(old => ({ ...old, ...part }));
  const show = (issues: readonly PlacedIssue[]): void => editor.current?.mark(issues);

  const change = (text: string): void => {
    const { issues } = checkText(text, parse);
    latest.current = text;
    patch({ text, issues, fromServer: false, failure: undefined });
    show(issues);
    keepDraft(storage, owner, isBase(text) ? undefined : { text, etag: state.etag });
  };
  const take = (document: ConfigDocument): void => {
    patch({ base: document, etag: document.etag, typed: undefined, kept: false, failure: undefined, theirs: undefined });
    editor.current?.setText(textOf(document));
    keepDraft(storage, owner, undefined);
  };
  const publish: ConfigEdit['publish'] = async (note, { over, lift } = {}) => {
    const { source, issues } = checkText(state.text, parse);
    if (issues.length > 0 || state.busy) return false;
    patch({ busy: true, failure: undefined });
    const answer = await api.publish(site.id, { source, etag: over?.etag ?? state.etag, note, ...(lift && { lift }) });
    if (answer.ok) {
      patch({ busy: false, base: answer.value, etag: answer.value.etag, typed: state.text, kept: false, theirs: undefined });
      keepDraft(storage, owner, undefined);
      const uneven = [...new Set(answer.value.warnings?.map(({ campaign }) => campaign))];
      desk.say(word('edit.done', { version: answer.value.version }) + (uneven.length > 0 ? ` ${word('edit.uneven', { ids: uneven.join(', ') })}` : ''));
      return true;
    }
    if (answer.failure.code === 'conflict') {
      const latest = await api.config(site.id);
      patch(latest.ok ? { busy: false, theirs: latest.value } : { busy: false, failure: latest.failure });
      return false;
    }
    const placed = placeIssues(state.text, answer.failure.issues);
    patch({ busy: false, ...(placed.length > 0 ? { issues: placed, fromServer: true } : { failure: answer.failure }) });
    show(placed);
    return false;
  };
  const write = (source: unknown): string => {
    const text = `${JSON.stringify(source, null, 2)}\n`;
    editor.current?.setText(text);
    return text;
  };
  const format = (): void => {
    const { source } = checkText(latest.current, parse);
    if (source !== undefined) write(source);
  };
  const add = async (recipe: RecipeId): Promise<void> => {
    const answer = await api.recipe(recipe);
    if (!answer.ok) return patch({ failure: answer.failure });
    // The text of now: it may have been typed in while the recipe was on its way.
    const added = addRecipe(checkText(latest.current, parse).source, answer.value);
    if (!added) return;
    const at = locateCampaign(write(added.source), added.id);
    if (at !== undefined) editor.current?.goTo(at);
    desk.say(word('recipes.added', { id: added.id }));
  };
  const { failure, theirs, etag: _etag, typed: _typed, ...rest } = state;
  return {
    ...rest, ...(failure ? { failure } : {}), ...(theirs ? { theirs } : {}),
    changed: !isBase(state.text),
    held: state.fromServer ? state.issues.filter(({ code }) => code === 'paused_itself').map(({ path }) => idAt(state.text, path)) : [],
    ready: made => { editor.current = made; made.mark(state.issues); },
    goTo: offset => editor.current?.goTo(offset),
    change,
    format, add,
    bare: state.issues.length === 0 && !/"campaigns":\s*\[\s*\{/.test(state.text),
    writable: !state.issues.some(({ code }) => code === 'bad_json'),
    take, publish,
  };
}
