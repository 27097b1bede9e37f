/** Draws the help film: three settings are mended and the workflow is saved. `at` is the moment in seconds, 0 to 8. */
const INK = '#171a2b', MUTED = '#6a7090', LINE = '#dfe2ee', ACCENT = '#3b4fc4', BAD = '#b3261e', GOOD = '#1f6b45';
const ROWS = [
  { label: 'Schedule', wrong: '0 9 * *', right: '0 9 * * 1-5', from: 0.6, until: 2.0 },
  { label: 'Batch window', wrong: '15', right: '15m', from: 2.6, until: 4.0 },
  { label: 'Send to', wrong: 'http://hooks.example.com', right: 'https://hooks.example.com', from: 4.6, until: 5.9 },
];
const BUTTON = { x: 72, y: 296, width: 150, height: 40, at: 6.6 };

const ease = (share) => { const x = Math.min(1, Math.max(0, share)); return x * x * (3 - 2 * x); };

function box(pen, { x, y, width, height, radius, fill, stroke }) {
  pen.beginPath();
  pen.roundRect(x, y, width, height, radius);
  if (fill) { pen.fillStyle = fill; pen.fill(); }
  if (stroke) { pen.strokeStyle = stroke; pen.lineWidth = 1.5; pen.stroke(); }
}

function text(pen, content, { x, y, font, color }) {
  pen.font = font;
  pen.fillStyle = color;
  pen.fillText(content, x, y);
}

/** What stands in a field at a moment: the wrong value, then the right one as it is typed. */
function typed(row, at) {
  if (at < row.from) return row.wrong;
  let same = 0;
  while (same < row.wrong.length && row.wrong[same] === row.right[same]) same++;
  const share = (at - row.from) / (row.until - row.from);
  return row.right.slice(0, same + Math.round((row.right.length - same) * ease(share)));
}

/** Where the pointer is: it goes from field to field and then to the button. */
function pointer(at) {
  const stops = [[0, 560, 330], [0.5, 330, 92], [2.4, 330, 172], [4.4, 330, 252], [6.4, BUTTON.x + 128, BUTTON.y + 30], [8, BUTTON.x + 128, BUTTON.y + 30]];
  const next = Math.max(1, stops.findIndex(([time]) => time >= at));
  const [t0, x0, y0] = stops[next - 1];
  const [t1, x1, y1] = stops[next];
  const share = ease((at - Math.max(t0, t1 - 0.7)) / Math.min(0.7, t1 - t0));
  return [x0 + (x1 - x0) * share, y0 + (y1 - y0) * share];
}

export function drawScene(pen, at) {
  pen.fillStyle = '#f5f6fb';
  pen.fillRect(0, 0, 640, 360);
  box(pen, { x: 40, y: 20, width: 560, height: 324, radius: 14, fill: '#fff', stroke: LINE });
  ROWS.forEach((row, index) => {
    const y = 70 + index * 80;
    const ok = at >= row.until;
    const active = at >= row.from - 0.15 && at < row.until + 0.2;
    text(pen, row.label, { x: 72, y: y - 12, font: '600 15px system-ui, sans-serif', color: INK });
    box(pen, { x: 72, y, width: 496, height: 38, radius: 8, fill: '#f5f6fb', stroke: ok ? GOOD : active ? ACCENT : BAD });
    text(pen, typed(row, at) + (active && Math.floor(at * 3) % 2 === 0 ? '|' : ''), { x: 86, y: y + 25, font: '16px "DejaVu Sans Mono", monospace', color: ok ? INK : active ? INK : BAD });
    if (ok) text(pen, '✓', { x: 540, y: y + 26, font: '700 18px "DejaVu Sans", sans-serif', color: GOOD });
  });
  const pressed = at >= BUTTON.at;
  box(pen, { ...BUTTON, radius: 9, fill: pressed ? GOOD : ACCENT });
  text(pen, pressed ? 'Saved' : 'Save workflow', { x: BUTTON.x + (pressed ? 54 : 22), y: BUTTON.y + 26, font: '600 15px system-ui, sans-serif', color: '#fff' });
  if (pressed) text(pen, 'The workflow runs from its next scheduled time.', { x: 240, y: BUTTON.y + 26, font: '14px system-ui, sans-serif', color: MUTED });
  const [x, y] = pointer(at);
  pen.save();
  pen.translate(x, y);
  pen.beginPath();
  pen.moveTo(0, 0); pen.lineTo(0, 21); pen.lineTo(5.2, 16.4); pen.lineTo(9, 24.5); pen.lineTo(12.4, 23); pen.lineTo(8.7, 15.1); pen.lineTo(15.6, 14.6); pen.closePath();
  pen.fillStyle = INK; pen.strokeStyle = '#fff'; pen.lineWidth = 2; pen.stroke(); pen.fill();
  pen.restore();
}
