/** Makes `public/video/workflow.webm` from `scene.js`, frame by frame, in Chromium: `node examples/saas/video/record.mjs`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { findChromium } from '../../../scripts/setup/findChromium.mjs';

const FRAMES_PER_SECOND = 20;
const SECONDS = 8;
const here = (name) => new URL(name, import.meta.url);
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] });
try {
  const page = await browser.newPage();
  // WebCodecs asks for a secure context; every address here is answered from these files.
  await page.route('http://localhost/**', (route) => {
    const name = new URL(route.request().url()).pathname.slice(1);
    return name ? route.fulfill({ contentType: 'text/javascript', body: readFileSync(here(name), 'utf8') }) : route.fulfill({ contentType: 'text/html', body: '<canvas width=640 height=360></canvas>' });
  });
  await page.goto('http://localhost/');
  const base64 = await page.evaluate(async ({ rate, seconds }) => {
    const { drawScene } = await import('/scene.js');
    const { writeWebm } = await import('/writeWebm.js');
    const canvas = document.querySelector('canvas');
    const frames = [];
    const encoder = new VideoEncoder({
      output: (chunk) => { const data = new Uint8Array(chunk.byteLength); chunk.copyTo(data); frames.push({ at: Math.round(chunk.timestamp / 1000), key: chunk.type === 'key', data }); },
      error: (error) => { throw error; },
    });
    encoder.configure({ codec: 'vp8', width: 640, height: 360, bitrate: 120_000, framerate: rate });
    for (let index = 0; index < rate * seconds; index++) {
      drawScene(canvas.getContext('2d'), index / rate);
      const frame = new VideoFrame(canvas, { timestamp: (index * 1_000_000) / rate });
      encoder.encode(frame, { keyFrame: index % (rate * 4) === 0 });
      frame.close();
      if (encoder.encodeQueueSize > 8) await encoder.flush();
    }
    await encoder.flush();
    const film = writeWebm({ frames, width: 640, height: 360, durationMs: seconds * 1000 });
    return btoa(Array.from(film, (byte) => String.fromCharCode(byte)).join(''));
  }, { rate: FRAMES_PER_SECOND, seconds: SECONDS });
  const film = Buffer.from(base64, 'base64');
  writeFileSync(here('../public/video/workflow.webm'), film);
  console.log(`workflow.webm: ${film.length} bytes, ${SECONDS} s`);
} finally {
  await browser.close();
}
