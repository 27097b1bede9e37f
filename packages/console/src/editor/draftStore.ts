/** An unpublished text, and the ETag of the version it was begun on. */
export interface Draft { readonly text: string; readonly etag: string }

/** Whose text, for which site: a draft is shown to nobody but who typed it. */
export interface DraftOwner { readonly email: string; readonly site: string }

const PREFIX = 'tactful.draft.';
const keyOf = ({ email, site }: DraftOwner): string => `${PREFIX}${site}/${email}`;

/** Reads the draft that this tab kept over a reload; nothing if there is none or storage is closed. */
export function readDraft(storage: Storage, owner: DraftOwner): Draft | undefined {
  try {
    const draft = JSON.parse(storage.getItem(keyOf(owner)) ?? 'null') as Partial<Draft> | null;
    return draft && typeof draft.text === 'string' && typeof draft.etag === 'string' ? draft as Draft : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a draft, or forgets it. @returns whether it was kept; storage may be full or closed, and then the text lives only on screen. */
export function keepDraft(storage: Storage, owner: DraftOwner, draft: Draft | undefined): boolean {
  try {
    if (draft) storage.setItem(keyOf(owner), JSON.stringify(draft));
    else storage.removeItem(keyOf(owner));
    return true;
  } catch {
    return false;
  }
}

/** Forgets every draft of this tab, whoever typed it: who signs out leaves nothing behind. @returns whether storage is open. */
export function forgetDrafts(storage: Storage): boolean {
  try {
    for (const key of Object.keys(storage)) if (key.startsWith(PREFIX)) storage.removeItem(key);
    return true;
  } catch {
    return false;
  }
}
