import { EDGE_GAP, ENGAGED_HEIGHT, HEIGHTS, NARROW, WIDTH } from '../../boxes.ts';

/**
 * Colors, type and the panel. The page may set `--tactful-accent` and, where white is not legible on it,
 * `--tactful-accent-ink`. Left and right are physical: logical insets are newer than the oldest browser served.
 */
export const BASE = `
.root{--s:#fff;--i:#14171f;--m:#586072;--l:#e3e6ec;--f:#f3f4f8;--bad:#b3261e;--good:#1a7f4b;--a:var(--tactful-accent,#3a4fd0);--o:var(--tactful-accent-ink,#fff);--gap:${EDGE_GAP}px;
font:400 15px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif;color:var(--i);color-scheme:light;text-align:start;-webkit-text-size-adjust:100%;overflow-wrap:anywhere}
.root:lang(zh-Hans){font-family:system-ui,-apple-system,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
.root:lang(zh-Hant){font-family:system-ui,-apple-system,"PingFang TC","Microsoft JhengHei","Noto Sans CJK TC",sans-serif}
.root:lang(ar){font-family:system-ui,-apple-system,"SF Arabic","Segoe UI","Noto Sans Arabic",Tahoma,sans-serif;line-height:1.65}
*,:before,:after{box-sizing:border-box;unicode-bidi:plaintext}
[hidden]{display:none!important}
h2,h3,p,ul{margin:0;padding:0;font-size:inherit;font-weight:inherit}
.spoken{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.panel,.launcher{position:fixed;bottom:calc(var(--y) + var(--k,0px) + env(safe-area-inset-bottom,0px));right:calc(var(--gap) + env(safe-area-inset-right,0px));background:var(--s);border:1px solid var(--l);box-shadow:0 1px 2px rgba(13,18,38,.06),0 16px 40px -8px rgba(13,18,38,.24)}
[data-place~=left] .panel,[data-place~=left] .launcher{right:auto;left:calc(var(--gap) + env(safe-area-inset-left,0px))}
[data-place~=top] .panel,[data-place~=top] .launcher{bottom:auto;top:calc(var(--y) + env(safe-area-inset-top,0px))}
.panel{--h:${HEIGHTS.chat}px;display:flex;flex-direction:column;width:min(${WIDTH}px,calc(100% - 2*var(--gap)));max-height:min(var(--h),var(--room),calc(100% - 2*var(--gap) - var(--k,0px) - env(safe-area-inset-bottom,0px) - env(safe-area-inset-top,0px)));border-radius:16px;overflow:auto;scroll-padding:16px}
.card{--h:${HEIGHTS.card}px}
.coupon{--h:${HEIGHTS.coupon}px}
[dir=rtl] svg.back{transform:scaleX(-1)}
.panel:not(.live) .minimize{display:none}
.tall{--h:${ENGAGED_HEIGHT}px}
.head{display:flex;flex:none;align-items:flex-start;padding:18px 12px 0;padding-inline-start:20px}
.head .icon:first-child{margin-inline-start:-8px;margin-inline-end:4px}
h2{flex:1;min-width:0;font-size:17px;font-weight:600;line-height:1.4;margin-bottom:8px}
.main{flex:1 1 auto;min-height:88px;overflow:auto;overscroll-behavior:contain;position:relative;scroll-padding:16px;padding:0 20px 20px;display:grid;grid-gap:16px;align-content:start}
.main>*{min-width:0}
.promises{display:flex;flex:none;flex-wrap:wrap;padding:4px 13px;border-top:1px solid var(--l)}
@media(max-width:480px){.root{--gap:${EDGE_GAP / 2}px}}
@media(max-width:${NARROW + EDGE_GAP}px){.panel{width:calc(100% - 2*var(--gap))}}
[data-place~=low] .panel{display:block}[data-place~=low] .main{overflow:visible}
.card .main:not(:has(a,button,input)){flex:none;overflow:visible}
@media print{.root{display:none}}
@media(prefers-color-scheme:dark){.root{--s:#1b1d24;--i:#f2f3f6;--m:#a8aebc;--l:#343845;--f:#282b35;--bad:#ffb4ab;--good:#6fdd9f;color-scheme:dark}
.panel,.launcher{box-shadow:0 1px 2px rgba(0,0,0,.3),0 16px 40px -8px rgba(0,0,0,.6)}}
@media(prefers-reduced-motion:no-preference){.panel,.launcher{animation:in .24s cubic-bezier(.2,.7,.2,1)}button,a{transition:background-color .12s,filter .12s}
@keyframes in{from{opacity:0;transform:translateY(8px)}}}
`;
