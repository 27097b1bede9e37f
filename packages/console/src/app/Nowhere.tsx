import type { StaffSite } from '@tactful/protocol';
import type { JSX } from 'preact';
import { Empty } from '../parts/Empty.tsx';
import { Room } from '../parts/Room.tsx';
import { word } from '../words/word.ts';
import { routeTo } from './route.ts';

/** Where an address leads that names a site or a room that is not there: it says so, and leads back to a site that is. */
export function Nowhere({ site, missing }: { readonly site: StaffSite; readonly missing: 'site' | 'room' }): JSX.Element {
  return (
    <Room title={word(`nowhere.${missing}`)}>
      <Empty title={word(`nowhere.${missing}.title`)}>
        <p>{word(`nowhere.${missing}.body`)}</p>
        <a class="button primary" href={routeTo(site.id, 'overview')}>{word('nowhere.go', { site: site.name })}</a>
      </Empty>
    </Room>
  );
}
