/** The panel's look: its own colors in light and dark, system type, physical sides. Below the widget, so that a message is never under it. */
export const STYLES = `
:host{all:initial!important;position:fixed!important;z-index:2147482000!important;bottom:0!important;left:0!important;width:min(440px,100vw)!important;height:0!important;display:block!important}
.box{--s:#fff;--i:#14171f;--m:#586072;--l:#dfe3ea;--f:#f3f4f8;--good:#17703f;--bad:#b3261e;--a:#3a4fd0;color-scheme:light;
position:absolute;bottom:8px;left:8px;right:8px;max-height:min(62vh,560px);display:flex;flex-direction:column;overflow:hidden;box-sizing:border-box;
font:400 13px/1.45 system-ui,-apple-system,"Segoe UI",sans-serif;color:var(--i);background:var(--s);border:1px solid var(--l);border-radius:10px;box-shadow:0 8px 30px -6px rgba(13,18,38,.35);text-align:left;direction:ltr}
@media (max-width:480px){.box{max-height:44vh}}
@media (prefers-color-scheme:dark){.box{--s:#171a21;--i:#eef0f5;--m:#a3abbb;--l:#343a47;--f:#20242d;--good:#5fce93;--bad:#ff9a90;--a:#9fb0ff;color-scheme:dark}}
*{box-sizing:border-box}
p,ul,dl,dd,h2,h3{margin:0;padding:0;font-size:inherit}
ul{list-style:none}
.head{display:flex;align-items:center;gap:4px;padding:4px 4px 4px 12px;border-bottom:1px solid var(--l);flex:none}
h2{flex:1;font-weight:650}
h3{font-weight:650;margin:12px 0 4px}
button{font:inherit;color:inherit;background:none;border:1px solid transparent;border-radius:6px;min-width:32px;min-height:32px;padding:0 8px;cursor:pointer}
button:hover{background:var(--f)}
button:focus-visible,summary:focus-visible,.body:focus-visible{outline:2px solid var(--a);outline-offset:-2px}
.body{overflow:auto;overscroll-behavior:contain;padding:8px 12px 12px;overflow-wrap:anywhere}
.min .body{display:none}
dl{display:grid;grid-template-columns:auto 1fr;gap:0 12px}
dt,.gate b{color:var(--m);font-weight:400}
details{border-top:1px solid var(--l)}
summary{padding:6px 0;cursor:pointer}
summary b{font-weight:650;display:block}
summary span,.note{color:var(--m)}
summary{list-style:none;padding-left:16px;position:relative}
summary::-webkit-details-marker{display:none}
summary::before{content:"▸";position:absolute;left:0;color:var(--m)}
details[open]>summary::before{content:"▾"}
.on b{color:var(--good)}
.gate{display:grid;grid-template-columns:16px 1fr;padding:2px 0 2px 16px}
.gate i{font-style:normal;color:var(--bad)}
.gate.open i{color:var(--good)}
.gate.open{color:var(--m)}
pre{font:12px/1.4 ui-monospace,Consolas,monospace;white-space:pre-wrap;background:var(--f);padding:8px;border-radius:6px;margin:4px 0 8px}
.bad{color:var(--bad)}
@media (forced-colors:active){.box{border-color:CanvasText}}
`;
