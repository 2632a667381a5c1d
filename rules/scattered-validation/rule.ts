import { defineRule, type Report } from '../../src/engine/rule.js'
import { entryName } from '../../src/model/reach.js'
import type { Unit } from '../../src/model/types.js'
import { SAYS_WHAT_FITS, checksByHand, type HandCheck } from './hand-checks.js'
import { schemaFor } from './schema.js'

/** Fewer handlers that check by hand are a habit that nobody pays for yet. */
const FEWEST_HANDLERS = 3
/** Of these, how many say more than that a field is there, for a file to be told of alone. */
const FEWEST_TELLING = 2
/** Places that are shown. */
const MOST_SHOWN = 6

const CENTRAL = /(?:^|\.)(?:validate|check|assert|ensure|verify|parse)\w*$/i

const ofFile = (check: HandCheck): object => check.unit.file
const ofPackage = (check: HandCheck): object => check.unit.file.package

export default defineRule({
  id: 'scattered-validation',
  severity: 'medium',
  title: 'Requests are checked by hand, field by field, in several handlers or layers.',
  category: 'anti-pattern',
  topic: 'architecture',
  check({ model, report }) {
    const checks = checksByHand(model)
    // One function that others give their input to is one place.
    const refusing = checks.filter((check) => check.refuses && (isHandler(check) || !CENTRAL.test(check.unit.name)))
    const told = new Set<HandCheck>()
    // Handlers of one file are mended together; what is left of a package counts as a whole.
    for (const keyOf of [ofFile, ofPackage])
      for (const group of groupBy(refusing.filter((check) => !told.has(check)), keyOf)) {
        const counted = keyOf === ofPackage ? group.filter(isHandler) : group
        // That one field is there is asked in passing; a file of such handlers is no finding of its own.
        if (unitsOf(counted).length < FEWEST_HANDLERS || (keyOf === ofFile && unitsOf(counted.filter(({ isTelling }) => isTelling)).length < FEWEST_TELLING)) continue
        report(scattered(counted))
        for (const check of group) told.add(check)
      }
    for (const group of groupBy(checks, (check) => `${check.entry.handler.id} ${check.field}`)) {
      const [first, second] = layersOf(group)
      if (!first || !second || told.has(first) || told.has(second)) continue
      report(layered(first, second))
    }
  },
})

/** It stands in the file of the handler; elsewhere it may be shared by many. */
function isHandler({ unit, entry }: HandCheck): boolean {
  return unit.file === entry.handler.file
}

function scattered(group: readonly HandCheck[]): Report {
  const units = unitsOf(group)
  const places = [...groupBy(group, (check) => check.unit)].sort((left, right) => right.length - left.length)
  const [most] = places as [readonly HandCheck[]]
  const [first] = most as [HandCheck]
  const names = places.slice(0, 3).map((checks) => `${entryName((checks[0] as HandCheck).entry)}: ${fieldsOf(checks).join(', ')}`)
  const others = places.length > 3 ? `; and ${places.length - 3} more` : ''
  return {
    at: { file: first.unit.file, node: first.node },
    message: `${units.length} ${group.every(isHandler) ? 'handlers' : 'functions'} check the fields of their requests by hand (${names.join('; ')}${others})`,
    why: 'Each copy checks something else, and a field that none of them thought of goes through. Describe a request once as a schema, and parse with it where the request comes in.',
    trace: places.slice(0, MOST_SHOWN).map(([check]) => stepOf(check as HandCheck)),
    fixes: [schemaFor(most, group)],
    confidence: group.every((check) => check.confidence === 'medium') || !group.some(({ isTelling }) => isTelling) ? 'medium' : 'high',
  }
}

function layered(first: HandCheck, second: HandCheck): Report {
  return {
    at: { file: second.unit.file, node: second.node },
    message: `${second.field} of ${entryName(first.entry)} is checked in ${first.unit.name} (${shortly(first)}) and by another rule in ${second.unit.name} (${shortly(second)})`,
    why: 'Two rules for one field drift apart: what the first lets through the second refuses, or nobody does. Say what fits once, in a schema where the request comes in.',
    trace: [stepOf(first), stepOf(second)],
    fixes: [schemaFor([first, second], [first, second])],
    confidence: 'medium',
  }
}

/** Two checks of one field in different functions, by different rules; that of the handler first. */
function layersOf(group: readonly HandCheck[]): readonly HandCheck[] {
  const first = group.find(({ unit, entry }) => unit === entry.handler) ?? group[0]
  if (!first || !SAYS_WHAT_FITS.test(first.test)) return []
  const second = group.find((check) => check.unit !== first.unit && check.unit.file !== first.unit.file && check.test !== first.test && SAYS_WHAT_FITS.test(check.test))
  return second ? [first, second] : []
}

function unitsOf(group: readonly HandCheck[]): readonly Unit[] {
  return [...new Set(group.map(({ unit }) => unit))]
}

function fieldsOf(checks: readonly HandCheck[]): readonly string[] {
  const names = [...new Set(checks.flatMap(({ fields }) => fields))]
  return names.length > 4 ? [...names.slice(0, 4), '...'] : names
}

function shortly({ condition }: HandCheck): string {
  const text = condition.getText().replace(/\s+/g, ' ')
  return text.length > 60 ? `${text.slice(0, 57)}...` : text
}

function stepOf(check: HandCheck) {
  return { file: check.unit.file, node: check.condition, label: `${check.unit.name}: ${shortly(check)}` }
}

function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Iterable<readonly T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups.values()
}
