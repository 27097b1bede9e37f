/** What a pattern is held against. `hash` with its `#`, `search` with its `?`. */
export type Place = Pick<Location, 'pathname' | 'search' | 'hash'>;

/**
 * Wildcards over a list or a text: `*` stands for any number of items. Two indexes and one mark, so the time is at most
 * pattern × text and no pattern can hang the page.
 */
function glob(pattern: ArrayLike<string>, text: ArrayLike<string>, same: (wanted: string, item: string) => boolean): boolean {
  let at = 0, star = -1, mark = 0, index = 0;
  while (index < text.length) {
    if (pattern[at] == '*') {
      star = at++;
      mark = index;
    } else if (at < pattern.length && same(pattern[at]!, text[index]!)) {
      at++;
      index++;
    } else if (star < 0) return false;
    else {
      at = star + 1;
      index = ++mark;
    }
  }
  while (pattern[at] == '*') at++;
  return at == pattern.length;
}

const matchText = (wanted: string, text: string): boolean => wanted[0] == ':' || glob(wanted, text, (one, other) => one == other);
const matchPath = (pattern: string, path: string): boolean => glob(pattern.split('/').filter(Boolean), path.split('/').filter(Boolean), matchText);

/**
 * One pattern of the contract: a path, `?k=v`, `#/…`, in this order, each part optional. `:segment` is one segment, `*` any
 * text within a segment or, alone between slashes, any number of segments (none, too: `/checkout/*` matches `/checkout`).
 */
export function matchPage(pattern: string, { pathname, search, hash }: Place): boolean {
  const [front, wantedHash] = pattern.split('#') as [string, string?];
  const [path, query] = front.split('?') as [string, string?];
  return (!path || matchPath(path, pathname))
    && (wantedHash == null || matchPath(wantedHash, hash.slice(1)))
    && (!query || query.split('&').every((pair) => search.slice(1).split('&').some((given) => matchText(pair, given))));
}
