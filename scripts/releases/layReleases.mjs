import { writeVersion } from '../build/writeVersion.mjs';
import { assertSame } from './assertSame.mjs';
import { fetchRelease, NAME } from './fetchRelease.mjs';
import { withEnds } from './withEnds.mjs';

/**
 * Lays the releases whose time is not over under `/v/<version>/`, beside the version that was just built, so that tags that are pinned to one go on.
 * Each is held to its integrity. What can't be brought, or is not what was released, is thrown, and then nothing was written:
 * a deployment without it would take it away.
 * @param releases the list, the oldest first
 * @param assets the folder that the Worker serves
 * @param current the version that was built; where it is released already, it has to be the same, byte for byte
 * @param now milliseconds since 1970
 * @param specOf what npm is asked for; by default the name and version
 * @returns the versions that were laid
 */
export async function layReleases({ releases, assets, current, now, specOf = ({ version }) => `${NAME}@${version}` }) {
  const kept = withEnds(releases).filter(({ until, version }) => now < until || version === current);
  const fetched = await Promise.all(kept.map(async (release) => ({ version: release.version, ...await fetchRelease({ ...release, spec: specOf(release) }) })));
  const own = fetched.find(({ version }) => version === current);
  if (own) await assertSame({ assets, ...own });
  const others = fetched.filter((release) => release !== own);
  for (const { version, files } of others) await writeVersion({ assets, version, files });
  return others.map(({ version }) => version);
}
