/** What belongs to one kind of message, and the views behind the three promises. */
export const KINDS = `
.code{display:flex;align-items:center;padding:4px;border:1px dashed var(--m);border-radius:14px;background:var(--f)}
.code input{flex:1;min-width:0;width:100%;height:44px;padding:0 8px;border:0;border-radius:10px;background:none;font:600 16px/1 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;text-overflow:ellipsis}
.code .second{flex:none;width:auto}
.clock{display:flex;align-items:center;font-variant-numeric:tabular-nums}
.clock .svg{width:16px;height:16px;margin-inline-end:6px}
.why{list-style:none;display:grid;grid-gap:8px}
`;
