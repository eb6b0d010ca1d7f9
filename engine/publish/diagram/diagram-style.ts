/** Names begin at the drawing, so that it can stand inside another page and change nothing there. */
export const diagramStyle = `
svg.pathway{--paper:#fbfaf7;--ink:#22282f;--soft:#5b636d;--line:#b9b2a3;--box:#fff;--inner:#f3f0e9;--accent:#17606b;--accent-soft:#e2eeef;--draft:#8f2f22;font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
@media(prefers-color-scheme:dark){svg.pathway{--paper:#14181c;--ink:#e4e7ea;--soft:#a3adb7;--line:#56616c;--box:#1f262d;--inner:#191f25;--accent:#7fc4cd;--accent-soft:#1d3438;--draft:#f3a899}}
.pathway .sheet{fill:var(--paper)}.pathway text{fill:var(--ink);font-size:13px}.pathway .heading{font:600 22px Charter,Georgia,serif}.pathway .mark{fill:var(--draft);font-weight:600}.pathway .label{fill:var(--soft)}
.pathway .stages path{fill:var(--accent-soft);stroke:none}.pathway .stage{text-anchor:middle;font-size:12.5px;font-weight:600;fill:var(--accent)}
.pathway :is(.decision,.inner,.gate) rect{fill:var(--box);stroke:var(--line)}.pathway .inner rect{fill:var(--inner);stroke-dasharray:4 3}.pathway .gate rect{stroke:var(--accent);stroke-width:2}.pathway .bar{stroke:var(--accent);stroke-width:5;stroke-linecap:round}
.pathway .id{font-weight:650;font-size:14px}.pathway .gate .id{fill:var(--accent)}.pathway .asks{font-size:13px}.pathway .answers{font-size:12px;fill:var(--soft)}
.pathway .way{fill:none;stroke:var(--line);stroke-width:1.4}.pathway .way.to-gate{stroke:var(--accent);stroke-width:1.8}.pathway .head.to{fill:var(--line)}.pathway .head.to-gate{fill:var(--accent)}
.pathway a:focus-visible rect,.pathway a:hover rect{stroke:var(--accent);stroke-width:2.5}.pathway a:focus-visible{outline:none}
@media print{svg.pathway{--paper:#fff;--ink:#111;--soft:#444;--line:#999;--box:#fff;--inner:#f6f4ef;--accent:#0f4e57;--accent-soft:#e8f1f2}}
`
