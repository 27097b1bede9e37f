import type { JSX } from 'preact';
import { CampaignsRoom } from '../campaigns/CampaignsRoom.tsx';
import { EditRoom } from '../editor/EditRoom.tsx';
import { VersionsRoom } from '../editor/VersionsRoom.tsx';
import { ModelRoom } from '../model/ModelRoom.tsx';
import { OffersRoom } from '../offers/OffersRoom.tsx';
import { OverviewRoom } from '../overview/OverviewRoom.tsx';
import { RequestsRoom } from '../requests/RequestsRoom.tsx';
import { SessionRoom } from '../sessions/SessionRoom.tsx';
import { SessionsRoom } from '../sessions/SessionsRoom.tsx';
import { SetupRoom } from '../setup/SetupRoom.tsx';
import { TeamRoom } from '../team/TeamRoom.tsx';
import { word } from '../words/word.ts';
import type { Desk } from './Desk.ts';
import { Nowhere } from './Nowhere.tsx';
import { NotForRole } from './NotForRole.tsx';
import { ROOM_ROLES, type Route } from './route.ts';

/** The room that a route names, where the person's role opens it. */
export function openRoom(desk: Desk, { room, item, detail }: Route): JSX.Element {
  const asks = room && ROOM_ROLES[room];
  if (asks && !desk.may(asks)) return <NotForRole desk={desk} title={word(`room.${room}`)} least={asks} />;
  switch (room) {
    case 'campaigns':
      if ((item === 'edit' || item === 'add') && !desk.may('editor')) return <NotForRole desk={desk} title={word('edit.title')} least="editor" />;
      if (item === 'edit') return <EditRoom desk={desk} campaign={detail} />;
      if (item === 'add') return <EditRoom desk={desk} adding />;
      if (item === 'versions') return <VersionsRoom desk={desk} version={Number(detail) || 0} />;
      if (item === 'model') return <ModelRoom desk={desk} />;
      return item === '' ? <CampaignsRoom desk={desk} /> : <Nowhere site={desk.site} missing="room" />;
    case 'sessions': return item ? <SessionRoom key={item} desk={desk} session={item} /> : <SessionsRoom desk={desk} />;
    case 'offers': return <OffersRoom desk={desk} />;
    case 'requests': return <RequestsRoom desk={desk} />;
    case 'setup': return <SetupRoom desk={desk} />;
    case 'team': return <TeamRoom desk={desk} />;
    case 'overview': return <OverviewRoom desk={desk} />;
    case undefined: return <Nowhere site={desk.site} missing="room" />;
  }
}
