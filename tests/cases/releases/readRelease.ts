import { readFileSync } from 'node:fs';
import type { DeviceConfig } from '@tactful/protocol';

/** What a release left behind, as it did on a page of the test site: whatever comes later goes on from there. */
export interface Release {
  /** As its Worker served it. */
  readonly config: DeviceConfig;
  /** As its page sent it. */
  readonly body: string;
  /** What stood in IndexedDB; one summary was still to be sent. */
  readonly entries: Readonly<Record<string, any>>;
  /** What stood in sessionStorage. */
  readonly carried: string;
}

/** Releases whose devices, and whose Workers, may still be met. One is added with each release, and none is changed. */
export const RELEASES = ['0.1.0'] as const;

export const readRelease = (release: (typeof RELEASES)[number]): Release => JSON.parse(readFileSync(new URL(`./${release}.json`, import.meta.url), 'utf8')) as Release;
