/** For how long a release is served after the next one came: a month more than is promised, for those who deploy seldom. */
const MONTHS = 13;

/** Each release with `until`, in milliseconds since 1970: the end of its time, which begins when the next one comes; the newest has none (`Infinity`). */
export function withEnds(releases) {
  return releases.map((release, at) => {
    const next = releases[at + 1];
    if (!next) return { ...release, until: Infinity };
    const [year, month, day] = next.date.split('-').map(Number);
    return { ...release, until: Date.UTC(year, month - 1 + MONTHS, day) };
  });
}
