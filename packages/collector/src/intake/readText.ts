import type { Bytes } from '@tactful/protocol';

/** What reading a body gives. */
export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly code: 'body_too_large' | 'bad_json' | 'body_too_deep' };

/**
 * Reads a body of at most `limit` bytes. A declared length over the limit is refused before a byte is read; an undeclared one
 * (chunked) while reading, and the rest is never buffered. Text that is not UTF-8 is no JSON.
 */
export async function readText(request: Request, limit: Bytes): Promise<Read<string>> {
  const declared = Number(request.headers.get('content-length') ?? 0);
  if (!(declared <= limit)) return { ok: false, code: 'body_too_large' };
  if (!request.body) return { ok: true, value: '' };
  const reader = request.body.getReader() as ReadableStreamDefaultReader<Uint8Array>;
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });
  let size = 0;
  let text = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return { ok: true, value: text + decoder.decode() };
      size += value.byteLength;
      if (size > limit) {
        await reader.cancel();
        return { ok: false, code: 'body_too_large' };
      }
      text += decoder.decode(value, { stream: true });
    }
  } catch (_error) {
    // Not UTF-8, or the sender went away in the middle: nothing to parse either way.
    return { ok: false, code: 'bad_json' };
  }
}
