import { jsonDepth, LIMITS, type Bytes } from '@tactful/protocol';
import { repeatedName } from './repeatedName.ts';
import { readText, type Read } from './readText.ts';

/** Reads a body as JSON: size first, then depth, then the parser, which would keep the last of two equal names. */
export async function readJson(request: Request, limits: { readonly bytes: Bytes; readonly depth?: number }): Promise<Read<unknown> | { readonly ok: false; readonly code: 'invalid'; readonly path: string }> {
  const read = await readText(request, limits.bytes);
  if (!read.ok) return read;
  if (jsonDepth(read.value) > (limits.depth ?? LIMITS.bodyDepth)) return { ok: false, code: 'body_too_deep' };
  try {
    const value: unknown = JSON.parse(read.value);
    const path = repeatedName(read.value);
    return path === undefined ? { ok: true, value } : { ok: false, code: 'invalid', path };
  } catch (_error) {
    return { ok: false, code: 'bad_json' };
  }
}
