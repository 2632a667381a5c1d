/** Style of the page; follows the system's choice of light or dark until somebody chooses. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1c2128; --dim: #57606a; --paper: #fff; --soft: #f3f5f8; --line: #d6dbe1; --mark: #ffe08a; --critical: #a40e26; --high: #c4511d; --medium: #8a6100; --low: #2f6fb5; }
@media (prefers-color-scheme: dark) { :root:not([data-theme=light]) { --ink: #e3e8ee; --dim: #9aa5b1; --paper: #14181d; --soft: #1d232b; --line: #323b46; --mark: #5c4a11; --critical: #ff7b86; --high: #ff9d64; --medium: #e3b341; --low: #79b8ff; } }
:root[data-theme=dark] { color-scheme: dark; --ink: #e3e8ee; --dim: #9aa5b1; --paper: #14181d; --soft: #1d232b; --line: #323b46; --mark: #5c4a11; --critical: #ff7b86; --high: #ff9d64; --medium: #e3b341; --low: #79b8ff; }
:root[data-theme=light] { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
header { display: flex; gap: 1rem; align-items: center; padding: .6rem 1.2rem; border-bottom: 1px solid var(--line); position: sticky; top: 0; background: var(--paper); z-index: 1; }
h1 { font-size: 1.1rem; margin: 0; }
nav { display: flex; gap: .3rem; flex: 1; }
button { font: inherit; color: inherit; background: var(--soft); border: 1px solid var(--line); border-radius: 6px; padding: .2rem .7rem; cursor: pointer; }
button[aria-pressed=true] { background: var(--ink); color: var(--paper); }
button:focus-visible, input:focus-visible, summary:focus-visible, li:focus-visible { outline: 2px solid var(--low); outline-offset: 1px; }
main { padding: 1rem 1.2rem 4rem; max-width: 1200px; margin: 0 auto; }
#filters { display: flex; flex-wrap: wrap; gap: .6rem; align-items: center; }
#search { font: inherit; padding: .3rem .6rem; min-width: 16rem; border: 1px solid var(--line); border-radius: 6px; background: var(--paper); color: inherit; }
#chips { display: flex; flex-wrap: wrap; gap: .3rem; }
#chips button { font-size: .85rem; padding: .1rem .5rem; }
#list { list-style: none; padding: 0; margin: 0; }
#list h2 { font-size: .95rem; margin: 1.4rem 0 .3rem; font-family: ui-monospace, monospace; }
#list li { border: 1px solid var(--line); border-left-width: 4px; border-radius: 6px; margin: .4rem 0; padding: .5rem .8rem; }
#list li.critical { border-left-color: var(--critical); } #list li.high { border-left-color: var(--high); } #list li.medium { border-left-color: var(--medium); } #list li.low { border-left-color: var(--low); }
#list li.current { background: var(--soft); }
summary { cursor: pointer; }
.severity { font-weight: 600; } .critical .severity { color: var(--critical); } .high .severity { color: var(--high); } .medium .severity { color: var(--medium); } .low .severity { color: var(--low); }
.rule { font-family: ui-monospace, monospace; font-size: .9em; } .dim { color: var(--dim); font-size: .9em; }
pre { background: var(--soft); border-radius: 6px; padding: .5rem; overflow: auto; font: 13px/1.5 ui-monospace, monospace; tab-size: 2; margin: .4rem 0; }
pre .number { color: var(--dim); display: inline-block; width: 3.5em; text-align: right; padding-right: 1em; user-select: none; }
mark { background: var(--mark); color: inherit; border-radius: 2px; }
.way { padding-left: 1.4rem; } .way li { border: 0; padding: 0; list-style: decimal; }
table { border-collapse: collapse; font-size: .9rem; } th, td { text-align: left; border-bottom: 1px solid var(--line); padding: .3rem .6rem; vertical-align: top; } th { position: sticky; top: 3.2rem; background: var(--paper); }
.graph { overflow: auto; } .graph text { fill: var(--ink); font-size: 12px; text-anchor: middle; } .graph rect { fill: var(--soft); stroke: var(--line); } .edge { fill: none; stroke: var(--critical); stroke-width: 1.5; } marker path { fill: var(--critical); }
footer { position: fixed; bottom: 0; width: 100%; padding: .3rem 1.2rem; background: var(--soft); color: var(--dim); font-size: .8rem; }
kbd { border: 1px solid var(--line); border-radius: 3px; padding: 0 .3em; }
[hidden] { display: none !important; }
`
