const CHARS = 200;

/**
 * A note on one line: control characters, which would move a terminal's cursor, are spaces.
 * @throws Error when it is longer than the list of versions keeps.
 */
export function cleanNote(text) {
  const note = text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
  if (note.length > CHARS) throw new Error(`A note has at most ${CHARS} characters; this one has ${note.length}.`);
  return note;
}
