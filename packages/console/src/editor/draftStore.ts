/** An unpublished text, and the ETag of the version it was begun on. */
export interface Draft { readonly text: string; readonly etag: string }

const keyOf = (site: string): string => `tactful.draft.${site}`;

/** Reads the draft of a site that this tab kept over a reload; nothing if there is none or storage is closed. */
export function readDraft(storage: Storage, site: string): Draft | undefined {
  try {
    const draft = JSON.parse(storage.getItem(keyOf(site)) ?? 'null') as Partial<Draft> | null;
    return draft && typeof draft.text === 'string' && typeof draft.etag === 'string' ? draft as Draft : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a draft, or forgets it. @returns whether it was kept; storage may be full or closed, and then the text lives only on screen. */
export function keepDraft(storage: Storage, site: string, draft: Draft | undefined): boolean {
  try {
    if (draft) storage.setItem(keyOf(site), JSON.stringify(draft));
    else storage.removeItem(keyOf(site));
    return true;
  } catch {
    return false;
  }
}
