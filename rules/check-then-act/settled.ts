/**
 * Values of a new row that are settled once what was looked for is: made of it, or fixed in the code. Two rows made at
 * once have the same there, so that a unique key over them keeps the second out.
 */
import { ts } from 'ts-morph'
import { argumentsOf, isEither, skipOuter } from '../../src/libraries/paths.js'
import type { Model, Operation, Unit } from '../../src/model/types.js'

/**
 * made: of what was looked for; beside: it stands beside that in one message or one element of a list; fixed: nothing
 * else goes into it than the code says.
 */
export type Settled = 'made' | 'beside' | 'fixed' | undefined

/** `(message.id || name)`: the value that is there, most of the time. */
const FIRST_CHOICE = /^\(([^\s()]+) (?:\|\||\?\?) /
/** `${id}`: nothing else stands in the template. */
const ONE_VALUE = /^`\$\{([^{}]+)\}`$/
/** What a text says something of: an unknown value, as the element of a list is, or a parameter. */
const OWNER = /^(?:~\d*:\d+(?=\.)|⟨\d+:\d+⟩)/
/** The row that a text says a member of. */
const ROW_OF = /^@\d+(?=\.)/
/** Steps into names and functions. */
const MOST_HOPS = 8

/** What was looked for, in the terms of the unit in which read and write come together. */
export interface Known {
  readonly texts: ReadonlySet<string>
  /** Messages and elements of lists of which something was looked for: the same one has the same everything. */
  readonly owners: ReadonlySet<string>
  /** Rows of which something was looked for: what stands beside it belongs to the same. */
  readonly rows: ReadonlySet<string>
}

/**
 * @param asked texts of what was looked for, see `Rows.textOf`
 * @param isMessage the work is done for a message: what comes a second time is the same one
 */
export function knownBy(asked: readonly string[], isMessage: boolean): Known {
  // `{ closedAt: null }` names no row.
  const values = asked.filter((text) => !/^(?:null|undefined|true|false|-?\d.*|".*")$/.test(text))
  const owners = values.flatMap((text) => /^(~\d*:\d+)\./.exec(text)?.[1] ?? [])
  const messages = isMessage ? values.flatMap((text) => text.match(/⟨\d+:\d+⟩/g) ?? []) : []
  return { texts: new Set([...values, ...values.flatMap((text) => FIRST_CHOICE.exec(text)?.[1] ?? ONE_VALUE.exec(text)?.[1] ?? [])]), owners: new Set([...owners, ...messages]), rows: new Set(values.flatMap((text) => ROW_OF.exec(text)?.[0] ?? [])) }
}

/** @param lift puts a text of the writing unit into the terms of the unit in which read and write come together */
export function settledBy(expression: ts.Expression, known: Known, lift: (text: string) => string, model: Model): Settled {
  return new Reader(known, lift, model).of(expression, 0)
}

class Reader {
  constructor(
    private readonly known: Known,
    private readonly lift: (text: string) => string,
    private readonly model: Model,
  ) {}

  of(expression: ts.Expression, hops: number): Settled {
    const value = skipOuter(expression)
    const next = (node: ts.Expression) => this.of(node, hops + 1)
    if (hops > MOST_HOPS) return undefined
    if (ts.isLiteralExpression(value) || value.kind === ts.SyntaxKind.TrueKeyword || value.kind === ts.SyntaxKind.FalseKeyword) return 'fixed'
    // `Channel.EMAIL`
    if (ts.isPropertyAccessExpression(value) && ts.isIdentifier(value.expression) && /^[A-Z]/.test(value.name.text) && /^[A-Z]/.test(value.expression.text)) return 'fixed'
    const text = this.lift(this.model.rows.textOf(value))
    if (this.known.texts.has(text)) return 'made'
    if (this.isBeside(value, text) || this.isOfSame(value, hops)) return 'beside'
    if (ts.isIdentifier(value)) {
      const initializer = this.model.initializerOf(value)
      const list = initializer?.parent.parent
      const isConst = list !== undefined && ts.isVariableDeclarationList(list) && (list.flags & ts.NodeFlags.Const) !== 0
      return initializer && isConst ? next(initializer) : undefined
    }
    if (ts.isAwaitExpression(value)) return this.isCounted(value) ? 'made' : undefined
    if (ts.isTemplateExpression(value)) return this.ofParts(value.templateSpans.map(({ expression: part }) => part), hops)
    if (ts.isBinaryExpression(value)) {
      const isChoice = isEither(value.operatorToken.kind)
      return isChoice ? next(value.left) : this.ofParts([value.left, value.right], hops)
    }
    if (ts.isConditionalExpression(value)) return together([next(value.condition), next(value.whenTrue), next(value.whenFalse)])
    return ts.isCallExpression(value) ? this.called(value, hops) : undefined
  }

  /** `${shop.prefix}-${count + 1}`: where one part is made of what was looked for, others may be of the row that this stands in. */
  private ofParts(parts: readonly ts.Expression[], hops: number): Settled {
    const all = parts.map((part) => this.of(part, hops + 1))
    if (!all.includes('made')) return together(all)
    const rest = all.map((settled, index) => settled ?? (this.isOfRow(parts[index] as ts.Expression) ? 'fixed' : undefined))
    return rest.includes(undefined) ? undefined : 'made'
  }

  private isOfRow(part: ts.Expression): boolean {
    const row = ROW_OF.exec(this.lift(this.model.rows.textOf(part)))?.[0]
    return row !== undefined && this.known.rows.has(row)
  }

  /** `await prisma.invoice.count({ where: { shopId } })`, by nothing but what was looked for: two that run at once count the same. */
  private isCounted(value: ts.AwaitExpression): boolean {
    const { model } = this
    const call = skipOuter(value.expression)
    const counted = model.unitOf(value)?.calls.find(({ node }) => node === call)
    const operation = model.operations.find(({ kind, access, call: one }) => kind === 'query' && access === 'aggregate' && one === counted)
    const key = operation && model.rows.keyOf(operation)
    if (!key?.isComplete) return false
    const texts = [...key.columns.values()].map(this.lift)
    return texts.some((text) => this.known.texts.has(text)) && texts.every((text) => this.known.texts.has(text) || /^["'\d]/.test(text))
  }

  private isBeside(value: ts.Expression, text: string): boolean {
    const owner = OWNER.exec(text)?.[0]
    return owner !== undefined && this.known.owners.has(owner) && (!owner.startsWith('~') || isElement(value))
  }

  /** `survey.workspaceId` of `const survey = await getSurvey(surveyId)`: of what is read by what was looked for, two requests at once have the same. */
  private isOfSame(value: ts.Expression, hops: number): boolean {
    const root = rootOf(value)
    const initializer = root !== value && ts.isIdentifier(root) ? this.model.initializerOf(root) : undefined
    const asked = initializer && skipOuter(initializer)
    const call = asked && ts.isAwaitExpression(asked) ? skipOuter(asked.expression) : undefined
    if (!call || !ts.isCallExpression(call)) return false
    const { model } = this
    const read = model.rows.rowOf(root)?.operation
    const key = read && read.node === call && isOnlyRead(read) ? model.rows.keyOf(read) : undefined
    if (key) return key.isComplete && [...key.columns.values()].some((text) => this.known.texts.has(this.lift(text))) && [...key.columns.values()].every((text) => this.known.texts.has(this.lift(text)) || /^["'\d]/.test(text))
    const step = model.unitOf(call)?.calls.find(({ node }) => node === call)
    const units = step ? model.resolve(step).units : []
    const reached = units.flatMap((unit) => model.rows.accessesOf(unit).filter(({ operation }) => operation.kind !== 'log'))
    return reached.length > 0 && reached.every(({ operation }) => isOnlyRead(operation)) && isMade(together(argumentsOf(call).map((argument) => this.of(argument, hops + 1))))
  }

  /** `slugify(name)`, `chargeId.replace(/-/g, '')`: it makes something of what it is given, and of nothing else. */
  private called(value: ts.CallExpression, hops: number): Settled {
    const callee = skipOuter(value.expression)
    const given = together(argumentsOf(value).map((argument) => this.of(argument, hops + 1)))
    const call = this.model.unitOf(value)?.calls.find(({ node }) => node === value)
    const units = call ? this.model.resolve(call).units : []
    if (units.length > 0) return isMade(given) && units.every((unit) => this.isComputed(unit, hops)) ? given : undefined
    const receiver = ts.isPropertyAccessExpression(callee) ? this.of(callee.expression, hops + 1) : undefined
    if (isMade(receiver)) return argumentsOf(value).length === 0 ? receiver : given && together([receiver, given])
    return ts.isIdentifier(callee) && isMade(given) ? given : undefined
  }

  /** A function whose result is made of its parameters alone. */
  private isComputed(unit: Unit, hops: number): boolean {
    const known = { texts: new Set<string>(), rows: new Set<string>(), owners: new Set(unit.parameters.map((_, index) => `⟨${unit.id}:${index}⟩`)) }
    const inner = new Reader(known, (text) => text, this.model)
    return unit.returns.length > 0 && unit.returns.every((returned) => isMade(inner.of(returned, hops + 1)))
  }
}

function isOnlyRead({ access, locks }: Operation): boolean {
  return access === 'read' && !locks
}

function together(parts: readonly Settled[]): Settled {
  if (parts.length === 0 || parts.includes(undefined)) return undefined
  return parts.find((part) => part === 'beside') ?? parts.find((part) => part === 'made') ?? 'fixed'
}

function isMade(settled: Settled): boolean {
  return settled === 'made' || settled === 'beside'
}

/** The value is one of the element that a loop around is at. */
function isElement(value: ts.Expression): boolean {
  const root = rootOf(value).getText()
  for (let at: ts.Node = value; at.parent; at = at.parent) if (ts.isForOfStatement(at.parent) && at.parent.statement === at && new RegExp(String.raw`(?<![\w$])${root.replaceAll('$', String.raw`\$`)}(?![\w$])`).test(at.parent.initializer.getText())) return true
  return false
}

function rootOf(value: ts.Expression): ts.Expression {
  const inner = skipOuter(value)
  return ts.isPropertyAccessExpression(inner) ? rootOf(inner.expression) : inner
}
