import { BAR, EDGE_GAP, HEIGHTS } from '../../boxes.ts';

/** A bar along the window's edge; once one of the views at its foot is open it is a panel like the others. */
export const BANNER = `
.root .banner{--h:${HEIGHTS.banner}px;left:calc(var(--gap) + env(safe-area-inset-left,0px));right:calc(var(--gap) + env(safe-area-inset-right,0px));width:auto}
.root .banner.tall{--h:560px}
.banner:not(.tall){display:grid;grid-template-columns:minmax(0,1fr) auto auto auto;align-items:center;padding:12px 8px;padding-inline-start:20px;overflow:auto}
.banner:not(.tall) .head,.banner:not(.tall) .main{display:contents}
.banner:not(.tall) h2{margin:0;font-size:16px;grid-column:1}
.banner:not(.tall) p{grid-column:1;grid-row:2;color:var(--m)}
.banner:not(.tall) .primary,.banner:not(.tall) .note{grid-column:2;grid-row:1/3;width:auto;max-width:40vw;margin:0 12px}
.banner:not(.tall) .tag{grid-column:1;grid-row:3;justify-self:start}
.banner:not(.tall) .icon{margin:0;grid-row:1/3}
.banner:not(.tall) .more{grid-column:3}
.banner:not(.tall) .close{grid-column:4}
.svg.more{stroke-width:3}
.banner:not(.tall) .promises{grid-column:1/-1;margin:12px -8px -12px -20px;margin-inline:-20px -8px}
@media(max-width:${BAR + 2 * EDGE_GAP}px){.banner:not(.tall) .icon{grid-row:1;align-self:start}.banner:not(.tall) p{grid-column:1/-1;padding-inline-end:12px}.banner:not(.tall) .primary,.banner:not(.tall) .note{grid-column:1/-1;grid-row:auto;max-width:none;margin:12px 12px 4px 0;margin-inline:0 12px}}
`;
