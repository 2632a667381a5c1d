/**
 * One self-contained page: findings with their code and way, filters, entry points, and what deletes take with them.
 *
 * Everything shown is data of this report; the page loads nothing.
 */
import { createHash } from 'node:crypto'
import { CONFIDENCES, HANDOFFS, SEVERITIES, type Finding, type Location, type RunResult } from '../../findings/finding.js'
import type { SourceReader } from '../source.js'
import { cascadeGraph } from './cascades.js'
import { SCRIPT } from './script.js'
import { STYLE } from './style.js'

/** Lines of code around what is shown. */
const AROUND = 2
/** Lines of a range, and characters of a line, that are shown. */
const MOST_LINES = 12
const LONGEST_LINE = 240

export function renderHtml(result: RunResult, source: SourceReader): string {
  const { summary, overview } = result
  const data = {
    tool: result.tool,
    severities: SEVERITIES,
    confidences: CONFIDENCES,
    handoffs: HANDOFFS.filter((handoff) => result.findings.some((finding) => finding.handoff === handoff)),
    summary: { files: summary.files, suppressed: summary.suppressed, baselined: summary.baselined, unresolvedCalls: summary.unresolvedCalls },
    findings: result.findings.map((finding) => view(finding, source)),
    suppressed: result.suppressed.map(({ finding, reason }) => ({ ...place(finding), rule: finding.rule, message: finding.message, reason })),
    problems: result.problems,
    routes: overview?.routes ?? { columns: [], rows: [] },
    timing: result.timing,
  }
  const script = hashOf(SCRIPT)
  const style = hashOf(STYLE)
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${style}'; script-src '${script}'; img-src data:; base-uri 'none'; form-action 'none'">
<title>backend-lint: ${result.findings.length} findings</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>backend-lint</h1>
<nav aria-label="Parts"><button type="button" data-part="findings" aria-pressed="true">Findings</button><button type="button" data-part="routes" aria-pressed="false">Entry points</button><button type="button" data-part="cascades" aria-pressed="false">Cascades</button></nav>
<button type="button" id="theme" title="Light or dark (d)">Theme</button>
</header>
<main>
<section id="findings">
<form role="search" id="filters"><input type="search" id="search" placeholder="Search (/)" aria-label="Search findings"><div id="chips"></div></form>
<p id="count" role="status"></p>
<ol id="list"></ol>
<div id="more"></div>
</section>
<section id="routes" hidden><table></table></section>
<section id="cascades" hidden>${cascadeGraph(overview?.cascades ?? [])}</section>
</main>
<footer>Keys: <kbd>/</kbd> search, <kbd>j</kbd> <kbd>k</kbd> next and previous, <kbd>Enter</kbd> open, <kbd>d</kbd> light or dark, <kbd>Esc</kbd> clear</footer>
<script type="application/json" id="data">${JSON.stringify(data).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}</script>
<script>${SCRIPT}</script>
</body>
</html>
`
}

/** The only script and the only style that may run are those written here. */
function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}

function place({ file, line, column, endLine, endColumn }: Location) {
  return { file, line, column, endLine, endColumn }
}

function view(finding: Finding, source: SourceReader) {
  const { rule, severity, confidence, message, why, cwe, handoff, fingerprint } = finding
  return {
    ...place(finding),
    rule,
    severity,
    confidence,
    message,
    why,
    cwe,
    handoff,
    fingerprint,
    code: snippet(finding, source),
    trace: finding.trace.length < 2 ? [] : finding.trace.map((step) => ({ ...place(step), label: step.label, code: snippet(step, source) })),
    fixes: finding.fixes.map(({ kind, title, code, edits }) => ({ kind, title, code: code ?? edits.map(({ text }) => text).join('\n') })),
  }
}

/** Lines with the part of each that is marked, 0-based; the end is exclusive. */
function snippet(at: Location, source: SourceReader): { number: number; text: string; from: number; to: number }[] {
  const lines = source.lines(at.file)
  if (!lines) return []
  // Around a secret stand others, which may not look like ones.
  const around = source.isRedacted(at.file) ? 0 : AROUND
  const last = Math.min(at.endLine, at.line + MOST_LINES - 1, lines.length)
  const shown: { number: number; text: string; from: number; to: number }[] = []
  for (let number = Math.max(1, at.line - around); number <= Math.min(lines.length, last + around); number++) {
    const whole = lines[number - 1] ?? ''
    const isMarked = number >= at.line && number <= last
    const from = !isMarked ? 0 : number === at.line ? at.column - 1 : whole.length - whole.trimStart().length
    const to = !isMarked ? 0 : number === at.endLine ? at.endColumn - 1 : whole.length
    // A line of a megabyte is cut around what it is about.
    const start = from > LONGEST_LINE / 2 ? from - 20 : 0
    const text = whole.slice(start, start + LONGEST_LINE)
    shown.push({ number, text, from: Math.max(0, from - start), to: Math.min(text.length, to - start) })
  }
  return shown
}
