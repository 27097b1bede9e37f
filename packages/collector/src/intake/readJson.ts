import { jsonDepth, LIMITS, type Bytes } from '@tactful/protocol';
import { readText, type Read } from './readText.ts';

/** Reads a body as JSON: size first, then depth, then the parser. */
export async function readJson(request: Request, limits: { readonly bytes: Bytes; readonly depth?: number }): Promise<Read<unknown>> {
  const read = await readText(request, limits.bytes);
  if (!read.ok) return read;
  if (jsonDepth(read.value) > (limits.depth ?? LIMITS.bodyDepth)) return { ok: false, code: 'body_too_deep' };
  try {
    return { ok: true, value: JSON.parse(read.value) };
  } catch (_error) {
    return { ok: false, code: 'bad_json' };
  }
}
