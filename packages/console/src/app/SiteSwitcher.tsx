import type { StaffSite } from '@tactful/protocol';
import type { JSX } from 'preact';
import { directionOf } from '../format/directionOf.ts';
import { word } from '../words/word.ts';
import { routeTo, type Room } from './route.ts';

/** The site's name; with more than one, the way to another, into the same room. */
export function SiteSwitcher({ sites, site, room }: { readonly sites: readonly StaffSite[]; readonly site: StaffSite; readonly room: Room }): JSX.Element {
  if (sites.length < 2) return <span class="site" dir="auto">{site.name}</span>;
  return (
    <label class="site">
      <span class="hidden">{word('site')}</span>
      <select value={site.id} dir={directionOf(site.name)} onChange={event => { location.hash = routeTo(event.currentTarget.value, room); }}>
        {sites.map(one => <option key={one.id} value={one.id} dir="auto">{one.name}</option>)}
      </select>
    </label>
  );
}
