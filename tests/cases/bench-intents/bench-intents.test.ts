import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, it } from 'vitest';
import { shopperSessions } from '../../../scripts/bench-intents/shopperSessions.ts';
import { waitingSessions } from '../../../scripts/bench-intents/waitingSessions.ts';

const folder = mkdtempSync(join(tmpdir(), 'tactful-bench-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const write = (file: string, lines: readonly string[]): void => writeFileSync(join(folder, file), gzipSync(lines.join('\n')));

it('reads shoppers in the product’s features', () => {
  write('online_shoppers_intention.csv.gz', [
    'Administrative,Administrative_Duration,Informational,Informational_Duration,ProductRelated,ProductRelated_Duration,BounceRates,ExitRates,PageValues,VisitorType,Revenue',
    '1,30,0,0,12,640.5,0,0.02,9,New_Visitor,TRUE',
    '0,0,2,8,1,0,0.2,0.2,0,Other,FALSE',
  ]);
  expect(shopperSessions(folder)).toEqual([
    { exitRate: 0.02, is: true, features: { 'views.account': 1, 'views.help': 0, 'views.product': 12, 'seconds.product': 640.5, 'session.pages': 13, 'session.active_seconds': 670.5, 'visitor.sessions': 1 } },
    { exitRate: 0.2, is: false, features: { 'views.account': 0, 'views.help': 2, 'views.product': 1, 'seconds.product': 0, 'session.pages': 3, 'session.active_seconds': 8, 'visitor.sessions': undefined } },
  ]);
});

it('reads waits as the page’s sensors tell them: dead after 2.5 s, 10 s at most, what was overtaken tells nothing', () => {
  write('iweb_raw_data.csv.gz', [
    'Unnamed: 0,typ,iLTs,ACR,net_delay,mouse_clicks,subject',
    '0,map,"1000:500,3000:12000,16000,17000,21000:2000",1,1ms,"-9:Down:900:1:1:0,up:1000:400-400:0,up:1200:402-401:0,up:1600:401-400:0,up:1700:300-10:0,up:2000:90-90:0,up:2100:90-90:0,up:2200:90-90:0",1',
    '1,sat,5000,4,1ms,"up:5000:10-10:0,up:5100:10-10:0",1',
  ]);
  const [first, second] = waitingSessions(folder);
  // 16000 was overtaken a second later; 17000 had nothing for four seconds; 0.5, 12 and 2 s are the others' waits.
  expect(first).toEqual({ is: true, pressed: 2, features: { 'session.mean_wait_seconds': (0.5 + 10 + 2 + 10) / 4, 'session.wait_seconds': 12, 'session.slow_clicks': 2, 'session.dead_clicks': 1, 'session.rage_clicks': 1 } });
  expect(second).toEqual({ is: false, pressed: 0, features: { 'session.mean_wait_seconds': undefined, 'session.wait_seconds': 0, 'session.slow_clicks': 0, 'session.dead_clicks': 0, 'session.rage_clicks': 0 } });
});

it('says which file or column is missing', () => {
  expect(() => waitingSessions(join(folder, 'none'))).toThrow('There is no file');
  write('iweb_raw_data.csv.gz', ['typ,ACR', 'map,1']);
  expect(() => waitingSessions(folder)).toThrow('iweb_raw_data.csv.gz has no column iLTs, mouse_clicks.');
  writeFileSync(join(folder, 'iweb_raw_data.csv.gz'), 'plain');
  expect(() => waitingSessions(folder)).toThrow('is no gzip file.');
});
