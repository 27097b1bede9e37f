/** Puts encoded VP8 frames into a WebM file that says how long it is and can be sought. Matroska: RFC 9559. */
const bytes = (...parts) => {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) { whole.set(part, at); at += part.length; }
  return whole;
};
const number = (value) => {
  const digits = [];
  for (let rest = value; digits.length === 0 || rest > 0; rest = Math.floor(rest / 256)) digits.unshift(rest % 256);
  return Uint8Array.from(digits);
};
const float = (value) => { const view = new DataView(new ArrayBuffer(8)); view.setFloat64(0, value); return new Uint8Array(view.buffer); };
const ascii = (text) => new TextEncoder().encode(text);
/** A size in eight bytes, so that every size takes the same room. */
const size = (value) => { const view = new DataView(new ArrayBuffer(8)); view.setBigUint64(0, BigInt(value) | (1n << 56n)); return new Uint8Array(view.buffer); };
const element = (id, ...content) => { const body = bytes(...content); return bytes(number(id), size(body.length), body); };

/** `frames`: `{ at (ms), key, data }` in order; a new cluster begins at each key frame. */
export function writeWebm({ frames, width, height, durationMs }) {
  const info = element(0x1549a966, element(0x2ad7b1, number(1_000_000)), element(0x4489, float(durationMs)), element(0x4d80, ascii('tactful')), element(0x5741, ascii('tactful')));
  const video = element(0xe0, element(0xb0, number(width)), element(0xba, number(height)));
  const tracks = element(0x1654ae6b, element(0xae, element(0xd7, number(1)), element(0x73c5, number(1)), element(0x83, number(1)), element(0x86, ascii('V_VP8')), video));
  const clusters = [];
  for (const frame of frames) {
    if (frame.key) clusters.push({ at: frame.at, blocks: [] });
    const cluster = clusters.at(-1);
    const offset = frame.at - cluster.at;
    cluster.blocks.push(element(0xa3, Uint8Array.from([0x81, offset >> 8, offset & 255, frame.key ? 0x80 : 0]), frame.data));
  }
  const written = clusters.map(({ at, blocks }) => ({ at, data: element(0x1f43b675, element(0xe7, number(at)), ...blocks) }));
  let position = info.length + tracks.length;
  const points = [];
  for (const { at, data } of written) {
    points.push(element(0xbb, element(0xb3, number(at)), element(0xb7, element(0xf7, number(1)), element(0xf1, number(position)))));
    position += data.length;
  }
  const cues = element(0x1c53bb6b, ...points);
  const head = element(0x1a45dfa3, element(0x4286, number(1)), element(0x42f7, number(1)), element(0x42f2, number(4)), element(0x42f3, number(8)), element(0x4282, ascii('webm')), element(0x4287, number(2)), element(0x4285, number(2)));
  return bytes(head, element(0x18538067, info, tracks, ...written.map(({ data }) => data), cues));
}
