import { printStyle } from './print-style.ts'

/**
 * How the book looks: paper and ink, the left page a shade apart, one column where the screen is narrow, dark where the
 * reader's machine is. `running` stands at the top of every printed page. What is not on the screen is not laid out, for the
 * page is longer than some hundred others; and a link leads there at once, as scrolling past all of it shows nothing.
 */
export const style = (running: string): string => `
:root{--paper:#fbfaf7;--verso:#f3f0e9;--line:#dfd9cc;--ink:#22282f;--soft:#5b636d;--accent:#17606b;--accent-soft:#e2eeef;
--yes:#1e6b3f;--no:#9a3324;--unknown:#7a5a00;--warn:#8a4b00;--warn-soft:#fbefd9;--draft:#8f2f22;--draft-soft:#fbe9e4;
--serif:"Iowan Old Style","Palatino Linotype",Palatino,"Book Antiqua",Charter,Georgia,serif;
--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;--mono:ui-monospace,"SF Mono",Menlo,Consolas,monospace}
@media(prefers-color-scheme:dark){:root{--paper:#14181c;--verso:#1a2026;--line:#323b44;--ink:#e4e7ea;--soft:#a3adb7;--accent:#7fc4cd;
--accent-soft:#1d3438;--yes:#80cf9f;--no:#ef9e8f;--unknown:#e0be6a;--warn:#ebb871;--warn-soft:#3a2d18;--draft:#f3a899;--draft-soft:#40231d}}
*{box-sizing:border-box}
html{scroll-padding-top:3.5rem;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 var(--sans);overflow-wrap:break-word}
a{color:var(--accent);text-underline-offset:.15em;text-decoration-thickness:.06em}
a:focus-visible,summary:focus-visible,.wide:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:3px}
.skip{position:absolute;left:-999rem}.skip:focus{left:1rem;top:.5rem;z-index:9;background:var(--paper);padding:.5rem 1rem}
.ribbon{position:sticky;top:0;z-index:5;display:flex;gap:.25rem 1rem;align-items:baseline;flex-wrap:wrap;padding:.55rem 1.5rem;background:var(--paper);border-bottom:1px solid var(--line);font-size:.85rem;color:var(--soft)}
.ribbon a{margin-left:auto}.draft{color:var(--draft)}.signed{color:var(--yes)}
.ribbon strong{font-weight:650}.ribbon strong::first-letter,.cover .draft::first-letter{text-transform:uppercase}
main{display:block;outline:none}
.cover{padding:4.5rem 2.5rem 3rem}.cover>*{max-width:46rem}
.cover .draft,.cover .signed{display:inline-block;margin:0 0 1.5rem;padding:.3rem .8rem;border-radius:99px;background:var(--draft-soft);font-weight:600;font-size:.9rem}
h1{font:600 2.7rem/1.15 var(--serif);margin:0 0 .5rem;letter-spacing:-.01em;text-wrap:balance}
h2{font:600 2rem/1.2 var(--serif);margin:0}h3{font:600 1.2rem/1.35 var(--serif);margin:0 0 .6rem;text-wrap:pretty}
h4{font:600 .78rem/1.4 var(--sans);letter-spacing:.03em;color:var(--soft);margin:0 0 .35rem}
.edition,.lead,.note,.from{color:var(--soft)}.about{font:1.08rem/1.6 var(--serif)}
.tallies{display:grid;grid-template-columns:repeat(auto-fill,minmax(9rem,1fr));gap:1.2rem 1.5rem;margin:2.5rem 0 0;padding-top:1.5rem;border-top:1px solid var(--line)}
.tallies div{display:flex;flex-direction:column}.tallies dd{margin:0;font:600 1.7rem/1.2 var(--serif);font-variant-numeric:lining-nums tabular-nums}.tallies dt{font-size:.85rem;color:var(--soft)}
.map{overflow-x:auto;margin:0 0 2.5rem;border:1px solid var(--line);border-radius:6px;line-height:1.2}.map svg{display:block;min-width:84rem;width:100%;height:auto}section.chapter{padding:3rem 0 1rem;border-top:1px solid var(--line)}.lead{margin:.3rem 0 2rem}
.group{margin:0 0 4rem}.group>h3{font-size:1.55rem;margin:0 0 .1rem}.name{margin:0 0 .35rem;display:flex;gap:.5rem;align-items:center;flex-wrap:wrap;min-height:1.4rem}
code{font:.85rem/1.4 var(--mono);color:var(--accent)}
.across{margin:1rem 0 1.5rem}
.spread{display:grid;grid-template-columns:minmax(0,5fr) minmax(0,7fr);margin:0 0 1.25rem;border:1px solid var(--line);border-radius:6px;overflow:clip}
.spread.alone{display:block}.spread.index{grid-template-columns:minmax(0,8fr) minmax(0,4fr)}
.verso{background:var(--verso);padding:1.5rem 1.6rem;border-right:1px solid var(--line)}
.recto{padding:1.5rem 1.8rem;min-width:0}
.recto>p{margin:.2rem 0 .6rem}
.spread:target{border-color:var(--accent);box-shadow:0 0 0 2px var(--accent-soft)}
.source+.source,.verso>div+div{margin-top:1.3rem;padding-top:1.2rem;border-top:1px solid var(--line)}
.source blockquote,.source .says{margin:.45rem 0 .4rem;font:1.04rem/1.5 var(--serif)}.own .says{font-style:italic}
.from{margin:0;font-size:.82rem}.tags{margin:0;display:flex;gap:.4rem;flex-wrap:wrap;align-items:center}
.tag{font-size:.74rem;line-height:1.5;padding:0 .5rem;border-radius:99px;border:1px solid var(--line);color:var(--soft);background:var(--paper)}
.tag.id{font-family:var(--mono);text-decoration:none;color:var(--accent)}.tag.warn{background:var(--warn-soft);border-color:transparent;color:var(--warn)}
.block{margin:1rem 0 0}.outline{font-size:.94rem}.outline b{font-weight:600;color:var(--soft);font-size:.88rem}
.outline i{display:inline-block;min-width:1.35rem;font:600 .8rem/1 var(--mono);color:var(--accent)}.outline ul,.list{margin:.15rem 0;padding-left:1.1rem}.outline ul{border-left:2px solid var(--line);list-style:none;padding-left:.8rem}.outline li,.list li{margin:.18rem 0}
.list{font-size:.94rem}.alone .list{columns:18rem;column-gap:2rem}.alone .list{margin-top:0}.alone .list li{break-inside:avoid;margin:0;padding:.18rem 0}.index .from span{display:none}summary{cursor:pointer;color:var(--accent);font-size:.9rem}
.legend{margin:0 0 .6rem;font-size:.88rem}.legend div{display:grid;grid-template-columns:1.9rem 1fr;break-inside:avoid}.legend.two{columns:2;column-gap:2rem}
.legend dt{font:600 .82rem/1.6 var(--mono);color:var(--accent)}.legend dd{margin:0 0 .15rem}
.wide{overflow-x:auto;max-width:100%;border:1px solid var(--line);border-radius:5px}
table{border-collapse:collapse;font-size:.84rem;width:100%;line-height:1.4}th,td{padding:.34rem .6rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
thead th{background:var(--verso);font-weight:600;color:var(--soft);white-space:nowrap}tbody tr:last-child td{border-bottom:0}
td:nth-child(-n+2) a{white-space:nowrap}td.yes{color:var(--yes);font-weight:600}td.no{color:var(--no);font-weight:600}td.unknown{color:var(--unknown);font-weight:600}td.whatever,td.elsewhere{color:var(--soft);opacity:.75}
td.answer span{display:inline-block;padding:0 .45rem;border-radius:4px;background:var(--accent-soft);color:var(--accent);font-weight:600;white-space:nowrap}
.note{font-size:.84rem;margin:.4rem 0 0}
.people{list-style:none;margin:0;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(14rem,1fr));gap:.2rem 1.1rem;font-size:.88rem}.people .says{color:var(--soft);margin-left:.4rem}
.people .open{margin-left:.4rem;color:var(--unknown)}
.contents{padding:2rem 1.5rem;font-size:.92rem;outline:none}.contents h2{font-size:1.2rem;margin:0 0 .8rem}
.contents ol{list-style:none;margin:0;padding:0}.contents>ol>li{margin:0 0 .5rem}.contents .chapter{font-weight:600;text-decoration:none}.contents .count{color:var(--soft);margin-left:.4rem;font-size:.8rem}
.contents details ol{margin:.2rem 0 .4rem;padding-left:.8rem;border-left:1px solid var(--line)}.contents details a{display:block;padding:.14rem 0;text-decoration:none;color:var(--ink)}.contents details a:hover{color:var(--accent);text-decoration:underline}
.contents summary{font-size:.8rem;color:var(--soft)}
@media screen and (min-width:72rem){body{display:grid;grid-template-columns:17rem minmax(0,1fr)}.skip,.ribbon{grid-column:1/-1;grid-row:1}
.contents{grid-column:1;grid-row:2/span 2;align-self:start;position:sticky;top:2.6rem;max-height:calc(100vh - 2.6rem);overflow-y:auto;border-right:1px solid var(--line)}.cover,main{grid-column:2}main{padding:0 2.5rem;max-width:82rem}.ribbon a{display:none}}
@media screen and (max-width:71.99rem){main{padding:0 1.5rem}.cover{padding:3rem 1.5rem 2rem}}
@media screen and (max-width:52rem){html{scroll-padding-top:5rem}.spread,.spread.index{display:block}.verso{border-right:0;border-bottom:1px solid var(--line)}.verso,.recto{padding:1.1rem 1rem}main{padding:0 .75rem}
.ribbon{padding:.5rem .75rem}.cover{padding:2rem 1rem 1.5rem}h1{font-size:2rem}.legend.two{columns:1}.contents{padding:1.5rem .75rem}.contents .chapter{display:inline-block;padding:.2rem 0}}
@media screen and (max-width:40rem){.wide{overflow:visible}.wide thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}.wide tbody{display:block}
.wide tr{display:flex;flex-wrap:wrap;gap:.15rem .8rem;padding:.45rem .6rem;border-bottom:1px solid var(--line)}.wide tbody tr:last-child{border-bottom:0}.wide td{border:0;padding:0}
.wide td.whatever,.wide td:empty,.wide td.elsewhere+td.elsewhere{display:none}.wide td[data-head]::before{content:attr(data-head) " ";color:var(--soft);font-weight:400;margin-right:.15rem}.wide td.elsewhere::before{content:"when "}
td[data-head=holds]{margin-left:auto}td.answer span{white-space:normal}}
@media screen{.spread{content-visibility:auto;contain-intrinsic-size:auto 30rem}}
${printStyle(running)}`
