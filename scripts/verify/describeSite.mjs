const LISTED = 20;
const number = (n) => n.toLocaleString('en-US');
const many = (n, what) => `${number(n)} ${what}${n === 1 ? '' : 's'}`;

const ofCell = ({ shard, day, kind, subject, arm, measure, kept, counted }) =>
  `  shard ${shard}  ${[day, kind, subject, arm, measure].filter(Boolean).join(' ')}: kept ${kept}, counted ${counted}`;

/** One site's recount in lines: what was compared, and each thing that differs, at most 20 of a kind. */
export function describeSite({ site, shards, sessions, cells, differences, unmerged }) {
  const more = (list) => (list.length > LISTED ? [`  and ${number(list.length - LISTED)} more`] : []);
  const agree = differences.length + unmerged.length === 0;
  return [
    `${site}: ${many(sessions, 'session')} and ${many(cells, 'sum')} in ${many(shards, 'shard')}, ${agree ? 'all agree' : `${many(differences.length, 'sum')} and ${many(unmerged.length, 'session')} differ`}`,
    ...differences.slice(0, LISTED).map(ofCell), ...more(differences),
    ...unmerged.slice(0, LISTED).map((session) => `  session ${session}: not the merge of its parts`), ...more(unmerged),
  ].join('\n');
}
