/** The script of the page, as the browser runs it. Text is only ever set as text, never as markup. */
export const SCRIPT = `
'use strict'
const data = JSON.parse(document.getElementById('data').textContent)
const chosen = { severity: new Set(), rule: new Set(), handoff: new Set() }
const PAGE = 200
let shown = PAGE
let current = -1
const $ = (id) => document.getElementById(id)
const make = (tag, props, ...children) => {
  const node = document.createElement(tag)
  for (const [name, value] of Object.entries(props || {})) {
    if (name === 'class') node.className = value
    else if (name in node) node[name] = value
    else node.setAttribute(name, value)
  }
  node.append(...children.filter((child) => child !== undefined && child !== null))
  return node
}

function codeOf(lines) {
  if (lines.length === 0) return undefined
  const pre = make('pre')
  for (const { number, text, from, to } of lines) {
    pre.append(make('span', { class: 'number' }, String(number)), text.slice(0, from))
    if (to > from) pre.append(make('mark', {}, text.slice(from, to)))
    pre.append(text.slice(Math.max(from, to)), '\\n')
  }
  return pre
}

function details(finding) {
  const parts = [codeOf(finding.code)]
  if (finding.trace.length > 0)
    parts.push(make('ol', { class: 'way' }, ...finding.trace.map((step) => make('li', {}, make('span', { class: 'rule' }, step.label), ' ', make('span', { class: 'dim' }, step.file + ':' + step.line), codeOf(step.code)))))
  parts.push(make('p', {}, finding.why))
  for (const fix of finding.fixes) {
    parts.push(make('p', {}, make('strong', {}, { fix: 'Fix', suggestion: 'Suggestion', recipe: 'Do' }[fix.kind] + ': '), fix.title))
    if (fix.code) parts.push(make('pre', {}, fix.code))
  }
  const facts = ['confidence ' + finding.confidence, 'for ' + finding.handoff, ...finding.cwe.map((number) => 'CWE-' + number), finding.fingerprint]
  parts.push(make('p', { class: 'dim' }, facts.join(', ')))
  return parts
}

function itemOf(finding) {
  const summary = make('summary', {}, make('span', { class: 'severity' }, finding.severity), ' ', make('span', { class: 'rule' }, finding.rule), ' ', make('span', { class: 'dim' }, String(finding.line)), ' ', finding.message)
  const box = make('details', {}, summary)
  box.addEventListener('toggle', () => { if (box.open && box.childElementCount === 1) box.append(...details(finding).filter(Boolean)) })
  return make('li', { class: finding.severity, tabIndex: -1 }, box)
}

function fits(finding, words) {
  for (const [key, values] of Object.entries(chosen)) if (values.size > 0 && !values.has(finding[key])) return false
  if (words.length === 0) return true
  const text = [finding.rule, finding.file, finding.message, finding.why, finding.severity, finding.handoff, ...finding.trace.map((step) => step.label + ' ' + step.file)].join(' ').toLowerCase()
  return words.every((word) => text.includes(word))
}

function draw() {
  const words = $('search').value.toLowerCase().split(/\\s+/).filter(Boolean)
  const all = data.findings.filter((finding) => fits(finding, words))
  const list = $('list')
  list.replaceChildren()
  let file
  for (const finding of all.slice(0, shown)) {
    if (finding.file !== file) list.append(make('h2', {}, finding.file))
    file = finding.file
    list.append(itemOf(finding))
  }
  current = -1
  const others = [data.summary.files + ' files checked']
  if (data.summary.suppressed > 0) others.push(data.summary.suppressed + ' suppressed')
  if (data.summary.baselined > 0) others.push(data.summary.baselined + ' known')
  $('count').textContent = (data.findings.length === 0 ? 'Nothing found' : all.length + ' of ' + data.findings.length + ' findings') + ', ' + others.join(', ')
  const more = $('more')
  more.replaceChildren()
  if (all.length > shown) {
    const button = make('button', { type: 'button' }, 'Show ' + Math.min(PAGE, all.length - shown) + ' more')
    button.addEventListener('click', () => { shown += PAGE; draw() })
    more.append(button)
  }
  if (data.suppressed.length > 0) more.append(make('details', {}, make('summary', {}, 'Suppressed: ' + data.suppressed.length), make('ul', {}, ...data.suppressed.map((one) => make('li', {}, one.file + ':' + one.line + ' ' + one.rule + ' -- ' + one.reason)))))
  if (data.problems.length > 0) more.append(make('details', { open: true }, make('summary', {}, 'Not understood: ' + data.problems.length), make('ul', {}, ...data.problems.map((one) => make('li', {}, (one.file ? one.file + (one.line ? ':' + one.line : '') + ' ' : '') + one.message)))))
}

function chips() {
  const group = (key, values) => {
    for (const value of values) {
      const count = data.findings.filter((finding) => finding[key] === value).length
      if (count === 0) continue
      const button = make('button', { type: 'button', 'aria-pressed': 'false', 'data-filter': key }, value + ' ' + count)
      button.addEventListener('click', () => {
        const isOn = !chosen[key].has(value)
        if (isOn) chosen[key].add(value)
        else chosen[key].delete(value)
        button.setAttribute('aria-pressed', String(isOn))
        shown = PAGE
        draw()
      })
      $('chips').append(button)
    }
  }
  group('severity', data.severities)
  group('handoff', data.handoffs.length > 1 ? data.handoffs : [])
  group('rule', [...new Set(data.findings.map((finding) => finding.rule))].sort())
}

function routes() {
  const table = document.querySelector('#routes table')
  if (data.routes.rows.length === 0) return table.replaceWith(make('p', {}, 'No entry point was found.'))
  table.append(make('thead', {}, make('tr', {}, ...data.routes.columns.map((column) => make('th', { scope: 'col' }, column)))))
  table.append(make('tbody', {}, ...data.routes.rows.map((row) => make('tr', {}, ...row.map((cell) => make('td', {}, cell))))))
}

function part(name) {
  for (const button of document.querySelectorAll('[data-part]')) {
    button.setAttribute('aria-pressed', String(button.dataset.part === name))
    $(button.dataset.part).hidden = button.dataset.part !== name
  }
}

function theme() {
  const dark = document.documentElement.dataset.theme ? document.documentElement.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches
  document.documentElement.dataset.theme = dark ? 'light' : 'dark'
}

function go(step) {
  const items = [...document.querySelectorAll('#list > li')]
  if (items.length === 0) return
  if (items[current]) items[current].classList.remove('current')
  current = Math.max(0, Math.min(items.length - 1, current + step))
  items[current].classList.add('current')
  items[current].querySelector('summary').focus()
}

for (const button of document.querySelectorAll('[data-part]')) button.addEventListener('click', () => part(button.dataset.part))
$('theme').addEventListener('click', theme)
$('filters').addEventListener('submit', (event) => event.preventDefault())
$('search').addEventListener('input', () => { shown = PAGE; draw() })
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  if (event.key === 'Escape') {
    $('search').value = ''
    $('search').blur()
    return draw()
  }
  if (event.target instanceof HTMLInputElement) return
  if (event.key === '/') { event.preventDefault(); part('findings'); $('search').focus() }
  else if (event.key === 'j') go(1)
  else if (event.key === 'k') go(-1)
  else if (event.key === 'd') theme()
})
chips()
routes()
draw()
`
