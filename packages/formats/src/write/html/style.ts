// The one style sheet of an HTML export: paper and ink, light and dark, screen and print. It never changes with the
// conversation, so the page allows it by its hash and no other. No seal colour: this file proves nothing.

export const htmlStyle: string = `
:root{color-scheme:light dark;--paper:#f3f2ee;--sheet:#faf9f6;--raised:#fff;--sunk:#eae8e2;--line:#dedbd3;--line-strong:#837e76;
--text:#1e1c19;--text-2:#514d46;--text-3:#69645c;--ink:#1f3f52;--ink-wash:#e4ebee;--warn:#7d4d00;--margin:64px;
--sans:"Source Sans 3 Variable","Source Sans 3","PingFang SC","Noto Sans CJK SC","Noto Sans SC","Microsoft YaHei",system-ui,sans-serif;
--serif:"Source Serif 4 Variable","Source Serif 4","Songti SC","Noto Serif CJK SC","Noto Serif SC","Noto Sans CJK SC",Georgia,serif;
--strong:620;--read:1.45}
@font-face{font-family:"Han Marks";src:local("PingFang SC"),local("PingFangSC-Regular"),local("Noto Sans CJK SC"),local("NotoSansCJKsc-Regular"),
local("Noto Sans SC"),local("Microsoft YaHei");unicode-range:U+2014,U+2018-2019,U+201C-201D,U+2026}
:root:lang(zh){--strong:600;--read:1.65}
:lang(zh) body{font-family:"Han Marks",var(--sans)}
@media (prefers-color-scheme:dark){:root{--paper:#151412;--sheet:#1a1917;--raised:#24221f;--sunk:#100f0e;--line:#322f2b;
--line-strong:#7d776d;--text:#ebe8e2;--text-2:#bdb7ad;--text-3:#a49d92;--ink:#a8c8d8;--ink-wash:#232e35;--warn:#e2b366}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--text);font:15px/var(--read) var(--sans);font-variant-numeric:tabular-nums;
overflow-wrap:anywhere;-webkit-text-size-adjust:100%}
.page{max-width:860px;min-height:100vh;margin:0 auto;background:var(--sheet);border-inline:1px solid var(--line);display:flex;flex-direction:column}
.head{padding:40px 32px 20px;border-bottom:1px solid var(--line)}
h1{margin:0;font:400 28px/1.2 var(--serif)}
.head p{margin:8px 0 0;font-size:14px;color:var(--text-3)}
main{position:relative;flex:1;padding:8px 0 40px}
main::before{content:"";position:absolute;inset-block:0;inset-inline-end:calc(var(--margin) - 1px);border-inline-start:1px solid var(--line)}
.day{display:flex;align-items:center;gap:16px;margin:0 var(--margin) 0 0;padding:24px 32px 12px;font:400 16px/1.35 var(--serif);color:var(--text-2);
position:sticky;top:0;z-index:10;background:linear-gradient(var(--sheet) 70%,transparent)}
.day::before,.day::after{content:"";flex:1;border-top:1px solid var(--line)}
.m{display:grid;grid-template-columns:minmax(0,1fr) var(--margin);align-items:end;margin-top:8px;break-inside:avoid}
.m.run{margin-top:2px}
.n{padding:0 2px 4px;text-align:center;white-space:nowrap;font-size:12px;color:var(--text-3)}
.b{justify-self:start;max-width:min(560px,86%);margin:0 32px;padding:8px 12px;background:var(--raised);border:1px solid var(--line);border-radius:10px}
.out .b{justify-self:end;background:var(--ink-wash);border-color:transparent}
.in:not(:has(+ .run)) .b{border-end-start-radius:3px}
.out:not(:has(+ .run)) .b{border-end-end-radius:3px}
.who{display:block;font-size:13px;font-weight:var(--strong);color:var(--ink);margin-bottom:2px}
.t{margin:0;white-space:pre-wrap;unicode-bidi:isolate}
.l{display:flex;flex-wrap:wrap;align-items:end;gap:2px 16px}.l .t{flex:0 1 auto;min-width:0}
.f{display:flex;flex:0 0 auto;gap:0 8px;margin-inline-start:auto;max-width:100%;font-size:12px;line-height:1.35;color:var(--text-3)}
.gone .b{background:none;border:1px dashed var(--line-strong);color:var(--text-2)}
.s .b{justify-self:center;background:none;border:0;padding:4px 0;text-align:center;font-size:13px;color:var(--text-3)}
.s .l{justify-content:center;align-items:baseline;gap:0 8px}.s .f{margin:0}
.v{margin:8px 0 2px;padding:0 0 0 10px;border-inline-start:2px solid var(--ink);list-style:none;font-size:14px;color:var(--text-2)}
.v li+li{margin-top:6px}.v .w{font-size:12px;color:var(--text-3)}
.a{margin:0 0 4px}
.a img,.a video{display:block;max-width:100%;max-height:420px;border-radius:6px;background:var(--sunk)}
.a audio{display:block;width:320px;max-width:100%}
.a figcaption{margin-top:4px;font-size:12px;color:var(--text-3)}
.c{display:block;margin:0 0 4px;padding:8px 12px;border:1px solid var(--line);border-radius:6px;background:var(--sheet);color:inherit;text-decoration:none}
.c b{display:block;font-weight:var(--strong);color:var(--ink)}
.c small{font-size:12px;color:var(--text-3)}
a.c b{text-decoration:underline;text-underline-offset:3px}
a:focus-visible{outline:2px solid var(--ink);outline-offset:2px}
.x{border-style:dashed;border-color:var(--warn);background:none;color:var(--warn)}.x b,.x small{color:var(--warn)}
.p{margin:4px 0 0;padding:0;list-style:none}
.p li{display:flex;justify-content:space-between;gap:16px;padding:4px 0;border-top:1px solid var(--line)}
.p span{color:var(--text-3);white-space:nowrap}
.foot{padding:16px 32px 32px;border-top:1px solid var(--line);font-size:13px;color:var(--text-3)}
.foot p{margin:0}.running{display:none}
@media screen{.m{content-visibility:auto;contain-intrinsic-size:auto 64px}}
@media (max-width:719px){:root{--margin:52px}body{font-size:16px}.page{border:0}.head{padding:24px 16px 16px}h1{font-size:22px}
.day{padding:20px 16px 10px}.b{margin:0 16px;max-width:min(560px,92%)}.m:not(.s) .b{margin-inline-end:12px}.n{padding:0 1px 4px;font-size:11px}.foot{padding:16px 16px 28px}}
@page{size:auto;margin:14mm 14mm 16mm;@bottom-right{content:counter(page) " / " counter(pages);font:9pt sans-serif;color:#69645c}}
@media print{:root{color-scheme:light;--paper:#fff;--sheet:#fff;--raised:#fff;--sunk:#fff;--line:#c9c5bc;--line-strong:#837e76;--text:#000;
--text-2:#333;--text-3:#555;--ink:#1f3f52;--ink-wash:#eef2f4;--warn:#7d4d00;--margin:54px}
body{font-size:10.5pt}.page{display:table;width:100%;max-width:none;min-height:0;border:0}
.running{display:table-header-group;break-inside:avoid;font-size:9pt;color:var(--text-3)}
.running div{position:relative;z-index:20;background:var(--sheet);display:flex;justify-content:space-between;gap:16px;padding-bottom:3mm;margin-bottom:3mm;border-bottom:1px solid var(--line)}
.head{padding:0 0 12px}.day{position:static;padding:14px 12px 8px 0;break-after:avoid;break-inside:avoid;background:none}
.b{margin:0 12px 0 0;-webkit-print-color-adjust:exact;print-color-adjust:exact}.s .b{margin:0 12px}
.a video,.a audio{display:none}.a img{max-height:80mm}.foot{padding:12px 0 0}}
`;

/** SHA-256 of the style sheet, as a content security policy names it. */
export const htmlStyleHash = 'sha256-HRbsIn4hQ8YgqH6Lof3BKPOepdr+lrkdvJoYO0y9IVM=';
