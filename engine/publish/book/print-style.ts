/**
 * How the book is printed: on upright pages in two columns, a passage above the rule that rests on it, for beside it half of
 * every sheet stayed empty. Lists run on as lines; a truth table stays whole, and a decision table takes the width of the page.
 */
export const printStyle = (running: string): string => `
@page{size:A4;margin:15mm 12mm 13mm;@top-left{content:"${running.replace(/["\\<>]/g, '')}";font:8pt sans-serif;color:#8f2f22}@bottom-right{content:counter(page);font:8pt sans-serif;color:#555}}
@media print{:root{--paper:#fff;--verso:#f6f4ef;--line:#cfc8b8;--ink:#111;--soft:#444;--accent:#0f4e57;--accent-soft:#e8f1f2;--yes:#1e6b3f;--no:#9a3324;--unknown:#6a4e00;--warn:#7a4200;--warn-soft:#f8ecd8;--draft:#8f2f22;--draft-soft:#fbe9e4}
body{display:block;font-size:7.5pt;line-height:1.3}a{color:inherit;text-decoration:none}code,.tag{font-size:6.5pt}details::details-content{content-visibility:visible;block-size:auto}
.ribbon,.skip,.contents details{display:none}.cover{padding:0 0 6mm}.contents{position:static;max-height:none;padding:0;border:0}.contents>ol{columns:3}main{padding:0;max-width:none}
.map{overflow:visible;border:0;break-before:page;break-inside:avoid}.map svg{min-width:0;max-height:250mm}
section.chapter{break-before:page;border:0;padding:0;columns:2;column-gap:7mm}section.chapter>h2,section.chapter>.lead,.group>h3,.group>.name,.group>.across{column-span:all}
.lead{margin:0 0 4mm}.group{margin:0 0 5mm}.group>h3{font-size:13pt;margin-top:4mm}h3{font-size:9pt;margin:0 0 1mm}h4{font-size:7pt;margin:0}h3,h4,.name,.group>h3,.lead{break-after:avoid}.name{min-height:0;margin:0}
.across{margin:1mm 0 3mm}.spread,.spread.index{display:block;overflow:visible;margin:0 0 3mm;border:0;border-top:1px solid var(--line);border-radius:0;padding-top:1.5mm}
.verso{background:none;border:0;border-left:2px solid var(--line);padding:0 0 0 2mm;margin:0 0 1.5mm}.recto{padding:0}.recto>p{margin:0 0 .8mm}.block{margin:.8mm 0 0}
.source+.source,.verso>div+div{margin-top:1mm;padding-top:0;border:0}.source{break-inside:avoid}.source blockquote,.source .says{margin:0;font-size:8pt;line-height:1.3}.source .tags{float:left;margin-right:1.5mm}.source .tags .tag{padding:0 1mm}.source .from{font-size:6.5pt}
.outline,.list,.people,.legend,.outline b,.outline summary{font-size:7.5pt}.outline i,.legend dt{font-size:7pt;line-height:1.3}.legend div{grid-template-columns:5mm 1fr}.legend dd{margin:0}.outline ul{padding-left:2mm}.outline li{margin:0}.list{padding-left:3mm;margin:0}.legend.two{columns:2}
.people,.alone .list{display:block;columns:auto;padding:0}.people li,.alone .list li{display:inline;padding:0}.people li+li::before,.alone .list li+li::before{content:" · "}.people .says,.people .open{font-size:6.5pt}.people .says,.people .open{margin-left:.5mm}
.wide{overflow:visible;border:0}.spread .wide,.legend div,tr{break-inside:avoid}table{font-size:6.8pt;line-height:1.2}.spread table{width:auto}th,td{padding:.4mm 1mm}.spread th,.spread td{white-space:normal}.note{margin:.5mm 0 0;font-size:6.8pt}}
`
