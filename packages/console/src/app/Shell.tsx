import { isAtLeast, type Role, type StaffSession, type StaffSite } from '@tactful/protocol';
import type { JSX } from 'preact';
import { useCallback, useMemo, useState } from 'preact/hooks';
import type { Answer } from '../api/Answer.ts';
import type { Api } from '../api/createApi.ts';
import { createFormat } from '../format/createFormat.ts';
import { Empty } from '../parts/Empty.tsx';
import { failureText } from '../parts/failureText.ts';
import { Icon } from '../parts/Icon.tsx';
import { word } from '../words/word.ts';
import type { Desk } from './Desk.ts';
import { Logo } from './Logo.tsx';
import { Nowhere } from './Nowhere.tsx';
import { openRoom } from './openRoom.tsx';
import { ROOM_ROLES, ROOMS, routeTo } from './route.ts';
import { SiteSwitcher } from './SiteSwitcher.tsx';
import { useRoute } from './useRoute.ts';

/** The frame around the rooms: which site, which room, who is here. */
export function Shell({ api, staff, locale, leave }: {
  readonly api: Api; readonly staff: StaffSession; readonly locale: string; readonly leave: () => Promise<Answer<unknown>>;
}): JSX.Element {
  const route = useRoute();
  const [notice, setNotice] = useState('');
  const say = useCallback((text: string) => setNotice(text), []);
  const named = staff.sites.find(one => one.id === route.site);
  const site = named ?? staff.sites[0];
  const lost = named === undefined && route.site !== '';
  return (
    <div class="shell">
      <a class="skip" href="#content" onClick={event => { event.preventDefault(); document.getElementById('content')?.focus(); }}>{word('skip')}</a>
      <header class="bar">
        <Logo />
        {site && <SiteSwitcher sites={staff.sites} site={site} room={route.room ?? 'overview'} />}
        <span class="who"><span class="mail">{staff.email}</span>{site && <span class="role">{word(`role.${site.role}`)}</span>}</span>
        <button type="button" class="quiet" onClick={() => void leave().then(answer => { if (!answer.ok) say(failureText(answer.failure)); })}>{word('signout')}</button>
      </header>
      {site && (
        <nav class="rooms" aria-label={word('rooms')}>
          {ROOMS.filter(room => isAtLeast(site.role, ROOM_ROLES[room] ?? 'viewer')).map(room => (
            <a key={room} href={routeTo(site.id, room)} aria-current={room === route.room && !lost ? 'page' : undefined}>
              <Icon name={room} /><span>{word(`room.${room}`)}</span>
            </a>
          ))}
        </nav>
      )}
      <main id="content" tabIndex={-1}>
        {site && lost && <Nowhere site={site} missing="site" />}
        {site && !lost && <Site key={site.id} api={api} site={site} email={staff.email} locale={locale} say={say} route={route} />}
        {!site && <Empty title={word('nosite.title')}><p>{word('nosite.body')}</p></Empty>}
      </main>
      <div class={notice ? 'toast on' : 'toast'} role="status" onAnimationEnd={() => setNotice('')}>{notice}</div>
    </div>
  );
}

function Site({ api, site, email, locale, say, route }: Omit<Desk, 'format' | 'may'> & { readonly route: ReturnType<typeof useRoute>; readonly site: StaffSite }): JSX.Element {
  const desk = useMemo(() => ({ api, site, email, say, locale, may: (least: Role) => isAtLeast(site.role, least), format: createFormat({ locale, currency: site.currency }) }), [api, site, email, say, locale]);
  return openRoom(desk, route);
}
