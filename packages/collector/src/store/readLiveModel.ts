import type { DeviceModel } from '@tactful/protocol';

interface Row { readonly version: number; readonly model: string; readonly learned: string }

/** The learned model that a site serves, as stored; null where none is. */
export async function readLiveModel<Learned>(db: D1Database, site: string): Promise<{ readonly version: number; readonly model: DeviceModel; readonly learned: Learned } | null> {
  const row = await db.prepare('SELECT m.version, m.model, m.learned FROM sites s JOIN models m ON m.site = s.id AND m.version = s.live_model WHERE s.id = ?').bind(site).first<Row>();
  return row && { version: row.version, model: JSON.parse(row.model), learned: JSON.parse(row.learned) };
}
