import type { Role } from '@tactful/protocol';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { callAdmin } from '../../worker/harness/callAdmin.ts';
import { startWorker, type RunningWorker } from '../../worker/harness/startWorker.ts';
import { launchBrowser } from '../harness/launchBrowser.ts';

export const STAFF = { email: 'staff@example.com', password: 'a long enough password' };

/** The real Worker with its built console, and a real browser before it. */
export interface ConsoleStage {
  readonly running: RunningWorker;
  /** Makes the staff account of these tests, for these sites; an owner where no role is named. */
  addStaff(sites: readonly string[], role?: Role): Promise<void>;
  /** A fresh browser profile at a hash of the console; `wrong` collects errors, refusals of the policy and requests to elsewhere. */
  open(hash: string, options?: BrowserContextOptions): Promise<{ readonly page: Page; readonly wrong: string[] }>;
  signIn(page: Page): Promise<void>;
  close(): Promise<void>;
}

export async function openConsole(): Promise<ConsoleStage> {
  const [running, browser]: [RunningWorker, Browser] = await Promise.all([startWorker(), launchBrowser()]);
  return {
    running,
    async addStaff(sites, role = 'owner') {
      const made = await callAdmin(running, 'staff', { method: 'POST', body: { ...STAFF, sites, role } });
      if (made.status !== 201) throw new Error(await made.text());
    },
    async open(hash, options = {}) {
      const context = await browser.newContext({ locale: 'en-US', timezoneId: 'UTC', viewport: { width: 1280, height: 860 }, ...options });
      const page = await context.newPage();
      const wrong: string[] = [];
      page.on('pageerror', (error) => wrong.push(error.message));
      // The 401 of a signed-out visit and the 4xx of what is refused on purpose are answers, not faults.
      page.on('console', (line) => { if (line.type() === 'error' && !/status of 4\d\d/.test(line.text())) wrong.push(line.text()); });
      page.on('request', (request) => {
        const { origin, pathname } = new URL(request.url());
        if (origin !== running.origin || !/^\/(console\/|v1\/admin\/)/.test(pathname)) wrong.push(`asked ${request.url()}`);
      });
      await page.goto(`${running.origin}/console/${hash}`);
      return { page, wrong };
    },
    async signIn(page) {
      await page.getByLabel('E-mail').fill(STAFF.email);
      await page.getByLabel('Password').fill(STAFF.password);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByRole('navigation', { name: 'Rooms' }).waitFor();
    },
    async close() {
      await browser.close();
      await running.close();
    },
  };
}
