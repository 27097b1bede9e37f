import { expect, it } from 'vitest';
import { campaign, deviceConfig } from './harness/deviceConfig.ts';
import { SOON } from './harness/openTab.ts';
import { useSite } from './harness/useSite.ts';

/** Pages that broke, or replaced, what waiting needs: before the SDK came, or while it runs; with a collector that answers, or that can't be had. */
const site = useSite(deviceConfig({ campaigns: [campaign('help', [{ on: 'event', name: 'stuck' }])] }));

const NO = 'function(){throw new Error("broken")}';
const BROKEN: readonly (readonly [string, string])[] = [
  ['setTimeout that throws', `setTimeout=${NO}`],
  ['no setTimeout', 'delete window.setTimeout'],
  ['setTimeout that calls at once', 'setTimeout=function(run){run()}'],
  ['clearTimeout that throws', `clearTimeout=${NO}`],
  ['Promise that throws', `Promise=${NO}`],
  ['no Promise', 'delete window.Promise'],
  ['Promise that settles nothing', 'Promise=function(){this.then=this.catch=function(){return this}}'],
  ['Promise.prototype.then that throws', `Promise.prototype.then=${NO}`],
  ['Promise.prototype.then that gives nothing', 'Promise.prototype.then=(function(then){return function(){then.apply(this,arguments)}})(Promise.prototype.then)'],
  ['no Promise.prototype.catch', 'delete Promise.prototype.catch'],
  ['no Promise.all', 'delete Promise.all'],
];
const USE = `['track:stuck','page:x','cart','explain','flush','summary','show:help','reset','chat.open','hide','consent:denied','consent:granted','flush','reset','identify:u'].filter(function(call){
  try{tactful.apply(null,call.split(':'))}catch(error){return true}})`;

/** In a realm of its own, since the page's is broken: what waited for storage when this was called has had its turn. */
const PASSED = `new (window.realm=window.realm||document.body.appendChild(document.createElement('iframe')).contentWindow).Promise(function(done){
  var left=9,next=function(){if(!left--)return done();var asked=realm.indexedDB.open('passed');asked.onsuccess=function(){asked.result.close();next()}};next()})`;

/** What a page hears of itself, in use by all verbs. */
async function heard(when: string, script: string): Promise<string[]> {
  const visiting = site().visitor();
  const { origin } = site();
  const visitor = await visiting;
  const page = await visitor.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  if (when === 'before') {
    // What waits for the collector rejects.
    await visitor.route(/\/v1\//, (route) => route.abort());
    await page.addInitScript(`if(self==top){${script}}`);
  }
  await page.goto(origin, { waitUntil: 'load' });
  if (when === 'after') {
    await expect.poll(() => page.evaluate('!!window.tactful&&!!tactful.version&&tactful.summary()!=null'), SOON).toBe(true);
    await page.evaluate(script);
  }
  errors.push(...await page.evaluate<string[]>(USE));
  await page.evaluate(PASSED);
  await visitor.close();
  return errors;
}

it.each(['before', 'after'])('a page hears no error of ours, and no verb throws, whatever it broke %s the SDK came', async (when) => {
  const told = await Promise.all(BROKEN.map(async ([name, script]) => [name, await heard(when, script)] as const));
  expect(told.filter(([, errors]) => errors.length)).toEqual([]);
});
