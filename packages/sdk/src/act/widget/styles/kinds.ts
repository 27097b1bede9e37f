/** What belongs to one kind of message, and the views behind the three promises. */
export const KINDS = `
.code{display:flex;align-items:center;padding:4px;border:1px dashed var(--m);border-radius:14px;background:var(--f)}
.code input{flex:1;min-width:0;width:100%;height:44px;padding:0 8px;border:0;border-radius:10px;background:none;font:600 16px/1 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;text-overflow:ellipsis}
.code .second{flex:none;width:auto}
.clock{display:flex;align-items:center;font-variant-numeric:tabular-nums}
.clock .svg{width:16px;height:16px;margin-inline-end:6px}
.film{border-radius:12px;overflow:hidden}
.film video{display:block;width:100%;max-height:320px;aspect-ratio:auto 16/9;background:#000}
.film .note{padding:8px 12px}
.poster{position:relative;display:block;width:100%;padding-top:56.25%;background:linear-gradient(135deg,var(--a),#14171f);border:0}
.poster img{position:absolute;top:0;left:0;width:100%;height:100%;object-fit:cover}
.poster .svg{position:absolute;top:50%;left:50%;width:56px;height:56px;margin:-28px;padding:16px;border-radius:28px;background:rgba(16,18,26,.72);color:#fff;fill:currentColor}
.poster:focus{outline-offset:-4px;outline-color:#fff;box-shadow:inset 0 0 0 6px #14171f}
h3{font-weight:600}
.why{list-style:none;display:grid;grid-gap:8px}
.outline{max-height:240px;overflow:auto;padding:12px;border-radius:12px;background:var(--f);font-size:13px;line-height:20px}
.outline ul{list-style:none}
.outline li{unicode-bidi:isolate}
.outline ul ul{padding-inline-start:12px;border-inline-start:1px solid var(--l)}
.outline b{font-weight:400;color:var(--m)}
`;
