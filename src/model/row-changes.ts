/**
 * What a write makes of values that were read before: def-use from a loaded row to the columns it is written to, and
 * the conditions that test it on the way.
 */
import { ts } from 'ts-morph'
import { argumentsOf, propertyOf, skipOuter } from '../libraries/paths.js'
import type { CallIndex } from './calls.js'
import { columnName } from './column-names.js'
import { givenByCallers, type GivenBy } from './given-by-callers.js'
import type { Graph } from './graph.js'
import type { Resolver } from './resolver.js'
import type { RowIndex } from './rows.js'
import { constantText, HOLE } from './sql-text.js'
import { calleeName } from './syntax.js'
import type { Call, Operation, RowChange, RowTest, RowUse, Unit } from './types.js'

type ChangeKind = RowUse['change']

const MOST_HOPS = 10
/** A place for a value in SQL text: `?`, or an interpolation. */
const POSITIONAL = new RegExp(String.raw`\?|${HOLE}`, 'g')
/** `column = value` of a `SET` list. */
const SET_COLUMN = new RegExp(String.raw`["\`]?(\w+)["\`]?\s*=\s*(\$\d+|\?|[:@]\w+|${HOLE}|'[^']*'|\w+)\s*(?=,|$)`, 'g')
/** `column = column - value`, also inside `COALESCE` or `GREATEST`. */
const SET_COMPUTED = /["`]?(\w+)["`]?\s*=\s*(?:\w+\(\s*)*(?:[\w"`]+\.)?["`]?\1["`]?[\s,\d)]*[-+*/]/gi
/** `column = now()` */
const SET_BY_CALL = /["`]?(\w+)["`]?\s*=\s*\w+\(\)\s*(?=,|$)/g
/** Operators of an update by which the database changes what is stored. */
const COMPUTING = /^\$(?:inc|mul|push|addToSet|pull|pop)$/
/** Callers that are asked for the value of a parameter. */
const MOST_CALLERS = 6

/** Methods that compute a number from their receiver. */
const ARITHMETIC_METHOD = /^(?:plus|add|minus|sub|subtract|times|mul|multiply|multipliedBy|div|divide|dividedBy|mod|plusMinutes|plusDays|addMinutes)$/
/** Methods that give a list with other elements, or change it in place. */
const COLLECTION_METHOD = /^(?:concat|filter|push|unshift|splice|pop|shift|addToSet|pull|add|remove|delete|with|toSpliced)$/
/** Methods that give the number or text that their receiver holds. */
const CONVERSION = /^(?:to(?:Number|Fixed|String|JSON|Decimal\w*|Precision|BigInt|Int|SD|DP|Cents|Unit|Amount)|round\w*|floor|ceil|abs|neg\w*|valueOf|getAmount)$/
const COLLECTION_MUTATION = /^(?:push|unshift|splice|pop|shift|addToSet|pull)$/

export class RowChanges {
  private readonly tests = new Map<Unit, readonly RowTest[]>()
  private readonly changes = new Map<Operation, readonly RowChange[]>()

  constructor(
    private readonly rows: RowIndex,
    private readonly resolver: Resolver,
    private readonly calls: CallIndex,
    private readonly graph: Graph,
  ) {}

  // ---- Values -----------------------------------------------------------------------------------------------

  valuesIn(expression: ts.Node): readonly RowUse[] {
    return this.walk(expression, 'none', [], 0, new Set())
  }

  private walk(expression: ts.Node, change: ChangeKind, calls: readonly Call[], hops: number, seen: ReadonlySet<ts.Node>): RowUse[] {
    const value = ts.isExpression(expression) ? skipOuter(expression) : expression
    if (hops > MOST_HOPS || seen.has(value) || ts.isFunctionLike(value)) return []
    const inner = new Set([...seen, value])
    const next = (node: ts.Node, as: ChangeKind = change) => this.walk(node, as, calls, hops + 1, inner)
    if (ts.isAwaitExpression(value)) return next(value.expression)
    if (ts.isIdentifier(value) || ts.isPropertyAccessExpression(value) || ts.isElementAccessExpression(value)) {
      const row = this.rows.rowOf(value)
      if (row) return [{ ...row, node: value as ts.Expression, change, calls }]
      if (ts.isIdentifier(value)) return this.walkName(value, change, calls, hops, inner)
      return this.walkMember(value, change, calls, hops, inner)
    }
    if (ts.isBinaryExpression(value)) return this.walkBinary(value, change, next)
    if (ts.isPostfixUnaryExpression(value) || (ts.isPrefixUnaryExpression(value) && /^(?:\+\+|--)$/.test(ts.tokenToString(value.operator) ?? ''))) return next(value.operand, 'arithmetic')
    if (ts.isPrefixUnaryExpression(value)) return next(value.operand)
    if (ts.isConditionalExpression(value)) return [...next(value.whenTrue), ...next(value.whenFalse)]
    if (ts.isArrayLiteralExpression(value)) return value.elements.flatMap((element) => (ts.isSpreadElement(element) ? next(element.expression, 'collection') : next(element)))
    if (ts.isObjectLiteralExpression(value)) return value.properties.flatMap((member) => (ts.isSpreadAssignment(member) ? next(member.expression, 'merge') : ts.isPropertyAssignment(member) ? next(member.initializer) : []))
    if (ts.isNewExpression(value)) {
      const uses = argumentsOf(value).flatMap((argument) => next(argument))
      // `[...new Set([...row.tags, ...others])]`: what both have stands there once.
      return calleeName(value.expression) === 'Set' ? uses.map((use) => ({ ...use, change: use.change === 'collection' ? 'merge' : use.change })) : uses
    }
    if (ts.isCallExpression(value)) return this.walkCall(value, change, calls, hops, inner)
    // Text is put together, not accumulated.
    return []
  }

  private walkBinary(value: ts.BinaryExpression, change: ChangeKind, next: (node: ts.Node, as?: ChangeKind) => RowUse[]): RowUse[] {
    const { left, right, operatorToken } = value
    switch (operatorToken.kind) {
      case ts.SyntaxKind.PlusToken:
        if ([left, right].some((side) => ts.isStringLiteralLike(skipOuter(side)) || ts.isTemplateExpression(skipOuter(side)))) return []
        return [...next(left, 'arithmetic'), ...next(right, 'arithmetic')]
      case ts.SyntaxKind.MinusToken:
      case ts.SyntaxKind.AsteriskToken:
      case ts.SyntaxKind.SlashToken:
      case ts.SyntaxKind.PercentToken:
      case ts.SyntaxKind.AsteriskAsteriskToken:
      case ts.SyntaxKind.BarToken:
      case ts.SyntaxKind.AmpersandToken:
      case ts.SyntaxKind.CaretToken:
        return [...next(left, 'arithmetic'), ...next(right, 'arithmetic')]
      case ts.SyntaxKind.EqualsToken:
        return next(right)
      default:
        return [...next(left), ...next(right)].map((use) => ({ ...use, change }))
    }
  }

  private walkName(value: ts.Identifier, change: ChangeKind, calls: readonly Call[], hops: number, seen: ReadonlySet<ts.Node>): RowUse[] {
    const declaration = this.resolver.symbolOf(value)?.valueDeclaration
    if (!declaration || seen.has(declaration)) return []
    const inner = new Set([...seen, declaration])
    if (ts.isParameter(declaration)) return this.walkParameter(declaration, change, calls, hops, inner)
    if (!ts.isVariableDeclaration(declaration)) return []
    const found = declaration.initializer ? this.walk(declaration.initializer, change, calls, hops + 1, inner) : []
    const unit = this.resolver.unitOf(declaration)
    if (!unit || !ts.isIdentifier(declaration.name)) return found
    // `let total = row.total; total += amount`, `const items = row.items; items.push(item)`
    for (const use of this.calls.usesOf(unit, declaration.name.text)) {
      if (use.pos >= value.pos) break
      const { parent } = use
      if (ts.isBinaryExpression(parent) && parent.left === use && isAssignment(parent.operatorToken.kind)) {
        const isCompound = parent.operatorToken.kind !== ts.SyntaxKind.EqualsToken
        if (isCompound && isArithmetic(parent.operatorToken.kind)) for (const [index, one] of found.entries()) found[index] = { ...one, change: 'arithmetic' }
        found.push(...this.walk(parent.right, isCompound ? 'arithmetic' : change, calls, hops + 1, inner))
      } else if (ts.isPostfixUnaryExpression(parent)) for (const [index, one] of found.entries()) found[index] = { ...one, change: 'arithmetic' }
      else if (ts.isPropertyAccessExpression(parent) && parent.expression === use && COLLECTION_MUTATION.test(parent.name.text) && ts.isCallExpression(parent.parent))
        for (const [index, one] of found.entries()) found[index] = { ...one, change: 'collection' }
    }
    return found
  }

  private walkParameter(declaration: ts.ParameterDeclaration, change: ChangeKind, calls: readonly Call[], hops: number, seen: ReadonlySet<ts.Node>): RowUse[] {
    return calls.length > 2 ? [] : this.givenFor(declaration).flatMap(({ call, value }) => (value ? this.walk(value, change, [call, ...calls], hops + 1, seen) : []))
  }

  /** What some of the callers give for a parameter. */
  private givenFor(parameter: ts.ParameterDeclaration): readonly GivenBy<{ readonly call: Call; readonly use: unknown }>[] {
    const unit = this.resolver.unitAt(parameter.parent)
    return unit ? givenByCallers(parameter, this.graph.callersOf(unit).slice(0, MOST_CALLERS)) : []
  }

  /** `result.total`, where `result` is put together from a row; a property of a parameter. */
  private walkMember(value: ts.PropertyAccessExpression | ts.ElementAccessExpression, change: ChangeKind, calls: readonly Call[], hops: number, seen: ReadonlySet<ts.Node>): RowUse[] {
    if (!ts.isPropertyAccessExpression(value)) return []
    const name = value.name.text
    if (name === 'length' || name === 'size') return this.walk(value.expression, change, calls, hops + 1, seen)
    const object = skipOuter(value.expression)
    if (!ts.isIdentifier(object)) return []
    const initializer = this.resolver.initializerOf(object)
    const literal = initializer && propertyOf(initializer, name)[0]
    if (literal) return this.walk(literal, change, calls, hops + 1, seen)
    return this.rows.rowsBehind(value).map(({ row, calls: way }) => ({ ...row, node: value, change, calls: [...way, ...calls] }))
  }

  private walkCall(value: ts.CallExpression, change: ChangeKind, calls: readonly Call[], hops: number, seen: ReadonlySet<ts.Node>): RowUse[] {
    const row = this.rows.rowOf(value)
    if (row) return [{ ...row, node: value, change, calls }]
    const next = (node: ts.Node, as: ChangeKind = change) => this.walk(node, as, calls, hops + 1, seen)
    const callee = skipOuter(value.expression)
    const call = this.calls.at(value)
    const units = call ? this.resolver.resolve(call).units : []
    const returned = units.length === 1 ? (units[0]?.returns ?? []) : []
    if (call && returned.length > 0 && units[0]) {
      // What a function of the project computes from what it is given.
      const target = units[0]
      return returned.flatMap((one) =>
        this.walkReturned(one, target, call).map((use) => ({ ...use, change: use.change === 'none' ? change : use.change, calls })),
      )
    }
    if (ts.isPropertyAccessExpression(callee)) {
      const name = callee.name.text
      if (ARITHMETIC_METHOD.test(name) && value.arguments.length > 0) {
        const receiver = next(callee.expression, 'arithmetic')
        return [...receiver, ...value.arguments.flatMap((argument) => next(argument, 'arithmetic'))]
      }
      if (COLLECTION_METHOD.test(name)) return next(callee.expression, 'collection')
      if (CONVERSION.test(name)) return [...next(callee.expression), ...value.arguments.flatMap((argument) => next(argument))]
      const own = this.rows.rowOf(callee.expression)
      // `account.canPay(amount)`: a method of the row looks at its columns.
      if (own && own.path.length === 0) return [{ ...own, path: ['*'], node: value, change, calls }]
      if (name === 'map' || name === 'slice' || name === 'sort' || name === 'includes' || name === 'some' || name === 'find' || name === 'getTime' || name === 'lt' || name === 'lte' || name === 'gt' || name === 'gte' || name === 'lessThan' || name === 'greaterThan' || name === 'isLessThan' || name === 'toFixed')
        return [...next(callee.expression), ...(name === 'map' ? [] : value.arguments.flatMap((argument) => next(argument)))]
    }
    return value.arguments.flatMap((argument) => next(argument))
  }

  /** Rows of the caller that a returned expression computes with, through the parameters of the function. */
  private walkReturned(returned: ts.Expression, target: Unit, call: Call): RowUse[] {
    const found: RowUse[] = []
    const visit = (node: ts.Node, change: ChangeKind): void => {
      if (ts.isFunctionLike(node)) return
      if (ts.isBinaryExpression(node) && isArithmetic(node.operatorToken.kind)) {
        visit(node.left, 'arithmetic')
        visit(node.right, 'arithmetic')
        return
      }
      if (ts.isPropertyAccessExpression(node) || ts.isIdentifier(node) || ts.isCallExpression(node)) {
        const text = this.rows.textOf(node)
        const row = this.rows.rowIn(this.rows.lift(text, call, target))
        if (!row && ts.isCallExpression(node)) return void ts.forEachChild(node, (child) => visit(child, change))
        if (row) found.push({ ...row, node: call.node as ts.Expression, change, calls: [] })
        return
      }
      ts.forEachChild(node, (child) => visit(child, change))
    }
    visit(returned, 'none')
    return found
  }

  // ---- Changes ----------------------------------------------------------------------------------------------

  changesOf(operation: Operation): readonly RowChange[] {
    let known = this.changes.get(operation)
    if (!known) {
      this.changes.set(operation, [])
      known = this.readChanges(operation)
      this.changes.set(operation, known)
    }
    return known
  }

  private readChanges(operation: Operation): RowChange[] {
    const found: RowChange[] = []
    if (operation.isConditional) return found
    const sql = operation.sql.find((one) => one.executes && one.call === operation.call)
    if (sql) return this.changesInSql(operation)
    if (operation.changes) return this.changesInExpression(operation.changes, operation.call.node)
    const target = this.rows.targetOf(operation)
    if (target) found.push(...this.mutationsOf(target.expression, operation.call.node))
    const data = operation.data && skipOuter(operation.data)
    const counted = this.computedBySteps(operation)
    if (data && counted.length === 0) found.push(...this.changesInData(data, 0))
    found.push(...counted)
    if (!target && !data && counted.length === 0 && operation.where.length === 0 && operation.table === undefined) found.push(...this.pendingIn(operation))
    return found
  }

  private changesInData(data: ts.Expression, hops: number): RowChange[] {
    const value = skipOuter(data)
    if (ts.isArrayLiteralExpression(value)) return value.elements.length === 1 && value.elements[0] ? this.changesInData(value.elements[0], hops + 1) : []
    // `set((eb) => ({ balance: eb('balance', '-', amount) }))`
    if (ts.isArrowFunction(value) && !ts.isBlock(value.body)) return this.changesInData(value.body, hops + 1)
    if (ts.isIdentifier(value) && hops < 3) return this.changesInName(value, hops)
    if (!ts.isObjectLiteralExpression(value)) return []
    return value.properties.flatMap((member): RowChange[] => {
      if (ts.isSpreadAssignment(member)) return this.changesInData(member.expression, hops + 1)
      if (!member.name || ts.isComputedPropertyName(member.name)) return []
      const name = ts.isIdentifier(member.name) || ts.isStringLiteralLike(member.name) ? member.name.text : member.name.getText()
      const given = ts.isPropertyAssignment(member) ? member.initializer : ts.isShorthandPropertyAssignment(member) ? member.name : undefined
      if (!given) return []
      const inner = skipOuter(given)
      if (name === '$set' || (name === 'set' && ts.isObjectLiteralExpression(inner))) return this.changesInData(given, hops + 1)
      if (name.startsWith('$')) return COMPUTING.test(name) && ts.isObjectLiteralExpression(inner) ? inner.properties.flatMap((one) => (one.name ? [this.computed(one.name.getText().replace(/['"]/g, ''), one)] : [])) : []
      if (isComputation(inner, name)) return [this.computed(name, member)]
      const set = ts.isObjectLiteralExpression(inner) && inner.properties.length === 1 ? propertyOf(inner, 'set')[0] : undefined
      const expression = set ?? given
      return [{ column: columnName(name), node: member, value: expression, isComputed: false, uses: this.valuesIn(expression), entity: undefined }]
    })
  }

  /** The values behind a name: a literal it holds, or what callers give for a parameter. */
  private changesInName(name: ts.Identifier, hops: number): RowChange[] {
    const declaration = this.resolver.symbolOf(name)?.valueDeclaration
    if (declaration && ts.isParameter(declaration))
      return this.givenFor(declaration).flatMap(({ call, value }) =>
        value ? this.changesInData(value, hops + 1).map((change) => ({ ...change, uses: change.uses.map((one) => ({ ...one, calls: [call, ...one.calls] })) })) : [],
      )
    const initializer = this.resolver.initializerOf(name)
    return initializer && ts.isObjectLiteralExpression(skipOuter(initializer)) ? this.changesInData(initializer, hops + 1) : []
  }

  private computed(column: string, node: ts.Node): RowChange {
    return { column: columnName(column), node, value: undefined, isComputed: true, uses: [], entity: undefined }
  }

  /** `increment({ id }, 'balance', 5)`, `.decrement('stock', 1)`, `user.increment({ points: 5 })`. */
  private computedBySteps(operation: Operation): RowChange[] {
    return [operation.call, ...operation.steps].flatMap((call) => {
      if (!/^(?:increment|decrement)$/.test(call.name)) return []
      const given = argumentsOf(call.node).map(skipOuter)
      const named = given.find(ts.isStringLiteralLike)
      if (named) return [this.computed(named.text, call.node)]
      const [first] = given
      if (first && ts.isArrayLiteralExpression(first)) return first.elements.filter(ts.isStringLiteralLike).map((one) => this.computed(one.text, call.node))
      return first && ts.isObjectLiteralExpression(first) ? first.properties.flatMap((one) => (one.name ? [this.computed(one.name.getText(), call.node)] : [])) : []
    })
  }

  private changesInSql(operation: Operation): RowChange[] {
    const sql = operation.sql.find((one) => one.executes && one.call === operation.call)
    const text = sql && constantText(sql.expression, this.resolver)
    const set = text && /\bset\b([^]*?)(?:\bwhere\b|\breturning\b|$)/i.exec(text)
    if (!sql || !set) return []
    const values = this.rows.sqlValues(operation)
    let count = (text.slice(0, set.index).match(POSITIONAL) ?? []).length
    return [...(set[1] ?? '').matchAll(SET_COLUMN)].flatMap(([, column = '', mark = '']): RowChange[] => {
      const value = mark.startsWith('$') ? values.at(Number(mark.slice(1)) - 1) : mark === '?' || mark === HOLE ? values.at(count++) : sql.params ? propertyOf(sql.params, mark.slice(1))[0] : undefined
      return [{ column: columnName(column), node: value ?? operation.call.node, value, isComputed: false, uses: value ? this.valuesIn(value) : [], entity: undefined }]
    }).concat(
      [...(set[1] ?? '').matchAll(SET_COMPUTED)].map(([, column = '']) => this.computed(column, operation.call.node)),
      [...(set[1] ?? '').matchAll(SET_BY_CALL)].map(([, column = '']): RowChange => ({ column: columnName(column), node: operation.call.node, value: undefined, isComputed: false, uses: [], entity: undefined })),
    )
  }

  /** `SET balance = :balance` with `{ ':balance': wallet.balance - amount }` beside it. */
  private changesInExpression({ text, values }: NonNullable<Operation['changes']>, at: ts.Node): RowChange[] {
    const said = constantText(text, this.resolver) ?? ''
    const set = /\bset\b([^]*?)(?:\b(?:remove|add|delete)\b|$)/i.exec(said)?.[1] ?? ''
    // `ADD sold :one`
    const added = /\badd\s([^]*?)(?:\b(?:set|remove|delete)\s|$)/i.exec(said)?.[1] ?? ''
    return [...set.matchAll(SET_COLUMN)].flatMap(([, column = '', mark = '']): RowChange[] => {
      const value = mark.startsWith(':') && values ? propertyOf(values, mark)[0] : undefined
      return value ? [{ column: columnName(column), node: value, value, isComputed: false, uses: this.valuesIn(value), entity: undefined }] : []
    }).concat([...set.matchAll(SET_COMPUTED), ...added.matchAll(/(\w+)\s+:\w+/g)].map(([, column = '']) => this.computed(column, at)))
  }

  /** Changes of a loaded row before it is written: `account.balance -= amount`, also inside functions it is given to. */
  private mutationsOf(entity: ts.Expression, before: ts.Node, hops = 0): RowChange[] {
    const value = skipOuter(entity)
    if (!ts.isIdentifier(value)) return []
    const symbol = this.resolver.symbolOf(value)
    const declaration = symbol?.valueDeclaration
    const unit = declaration && this.resolver.unitOf(declaration)
    const rows = this.rows.rowsBehind(value).filter(({ row }) => row.path.length === 0)
    if (!declaration || !unit) return []
    const found: RowChange[] = []
    for (const use of this.calls.usesOf(unit, value.text)) {
      if (use.pos > before.end || this.resolver.symbolOf(use) !== symbol) continue
      found.push(...this.mutationAt(use).map((one) => this.ownedBy(one, rows, value)))
    }
    // Callers change the row before they give it away; a method that gives it to another of its name comes back here.
    if (ts.isParameter(declaration) && found.length === 0 && hops < 3)
      for (const { call, value: given } of this.givenFor(declaration)) {
        if (given && ts.isIdentifier(skipOuter(given)) && call.unit !== unit)
          found.push(...this.mutationsOf(given, call.node, hops + 1).map((one) => ({ ...one, uses: one.uses.map((row) => (row.calls.length > 0 ? row : { ...row, calls: [call] })) })))
      }
    return found
  }

  /** A mutation as a change of the row: the old value is the row's own. */
  private ownedBy(mutation: Mutation, rows: readonly { readonly row: { readonly operation: Operation }; readonly calls: readonly Call[] }[], entity: ts.Identifier): RowChange {
    const own: RowUse[] = mutation.own
      ? rows.map(({ row, calls }) => ({ operation: row.operation, path: [mutation.column], node: mutation.node as ts.Expression, change: mutation.own as ChangeKind, calls }))
      : []
    const given = mutation.value ? this.valuesIn(mutation.value) : []
    return { column: columnName(mutation.column), node: mutation.node, value: mutation.value, isComputed: false, uses: [...own, ...given], entity: { name: entity, rows: rows.map(({ row }) => row.operation) } }
  }

  private mutationAt(name: ts.Identifier): Mutation[] {
    let use: ts.Expression = name
    // `account!.balance`, `(account as Account).balance`
    while (ts.isNonNullExpression(use.parent) || ts.isParenthesizedExpression(use.parent) || ts.isAsExpression(use.parent)) use = use.parent
    const { parent } = use
    if (ts.isPropertyAccessExpression(parent) && parent.expression === use) {
      const column = parent.name.text
      const outer = skipWrappers(parent)
      if (ts.isBinaryExpression(outer) && skipOuter(outer.left) === parent) {
        if (outer.operatorToken.kind === ts.SyntaxKind.EqualsToken) return [{ column, node: outer, value: outer.right, own: undefined }]
        if (isAssignment(outer.operatorToken.kind) && isArithmetic(outer.operatorToken.kind)) return ts.isStringLiteralLike(skipOuter(outer.right)) || ts.isTemplateExpression(skipOuter(outer.right)) ? [] : [{ column, node: outer, value: outer.right, own: 'arithmetic' }]
        return []
      }
      if (ts.isPostfixUnaryExpression(outer) || (ts.isPrefixUnaryExpression(outer) && /^(?:\+\+|--)$/.test(ts.tokenToString(outer.operator) ?? ''))) return [{ column, node: outer, value: undefined, own: 'arithmetic' }]
      if (ts.isPropertyAccessExpression(outer) && ts.isCallExpression(outer.parent) && outer.parent.expression === outer && COLLECTION_MUTATION.test(outer.name.text)) return [{ column, node: outer.parent, value: undefined, own: 'collection' }]
      if (ts.isCallExpression(outer) && outer.expression === parent) return this.mutationsByMethod(outer, column)
      return []
    }
    if (ts.isCallExpression(parent) && parent.arguments.includes(use)) return this.mutationsByFunction(parent, parent.arguments.indexOf(use))
    return []
  }

  /** `account.debit(amount)`: what the method does to its object; `account.set('balance', value)`, `account.assign({ ... })`. */
  private mutationsByMethod(node: ts.CallExpression, name: string): Mutation[] {
    const [first, second] = node.arguments
    if ((name === 'set' || name === 'setDataValue') && first && second && ts.isStringLiteralLike(first)) return [{ column: first.text, node, value: second, own: undefined }]
    if ((name === 'set' || name === 'assign') && first && ts.isObjectLiteralExpression(skipOuter(first))) return this.changesInData(first, 0).map((one) => ({ column: one.column, node: one.node, value: one.value, own: undefined }))
    const call = this.calls.at(node)
    const unit = call ? this.resolver.resolve(call).units[0] : undefined
    if (!unit || unit.kind !== 'method') return []
    return this.mutationsIn(unit, (object) => object.kind === ts.SyntaxKind.ThisKeyword).map((one) => ({ ...one, node }))
  }

  /** `Object.assign(account, { ... })`, `merge(account, dto)`, `applyPayment(account, amount)`. */
  private mutationsByFunction(node: ts.CallExpression, index: number): Mutation[] {
    if (node.expression.getText() === 'Object.assign' && index === 0)
      return node.arguments.slice(1).flatMap((argument) => this.changesInData(argument, 0).map((one) => ({ column: one.column, node: one.node, value: one.value, own: undefined })))
    const call = this.calls.at(node)
    const units = call ? this.resolver.resolve(call).units : []
    const unit = units.length === 1 ? units[0] : undefined
    const parameter = unit?.parameters[index]?.name
    if (!unit || !parameter || !ts.isIdentifier(parameter)) return []
    return this.mutationsIn(unit, (object) => ts.isIdentifier(object) && object.text === parameter.text).map((one) => ({ ...one, node }))
  }

  /** Arithmetic and collection changes of an object's columns inside a function. */
  private mutationsIn(unit: Unit, isObject: (object: ts.Expression) => boolean): Mutation[] {
    const found: Mutation[] = []
    const column = (node: ts.Node): string | undefined => {
      const value = ts.isExpression(node) ? skipOuter(node) : node
      return ts.isPropertyAccessExpression(value) && isObject(skipOuter(value.expression)) ? value.name.text : undefined
    }
    const visit = (node: ts.Node): void => {
      if (ts.isBinaryExpression(node) && isAssignment(node.operatorToken.kind)) {
        const name = column(node.left)
        if (name !== undefined) {
          const isCompound = isArithmetic(node.operatorToken.kind)
          const right = skipOuter(node.right)
          const isOwn = isCompound || (ts.isBinaryExpression(right) && isArithmetic(right.operatorToken.kind) && (column(right.left) === name || column(right.right) === name))
          if (isOwn) found.push({ column: name, node, value: undefined, own: 'arithmetic' })
        }
      } else if (ts.isPostfixUnaryExpression(node)) {
        const name = column(node.operand)
        if (name !== undefined) found.push({ column: name, node, value: undefined, own: 'arithmetic' })
      } else if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && COLLECTION_MUTATION.test(node.expression.name.text)) {
        const name = column(node.expression.expression)
        if (name !== undefined) found.push({ column: name, node, value: undefined, own: 'collection' })
      }
      ts.forEachChild(node, visit)
    }
    ts.forEachChild(unit.node, visit)
    return found
  }

  /** A write that names nothing (`em.flush()`) writes every row that was loaded and changed before. */
  private pendingIn(operation: Operation): RowChange[] {
    const found: RowChange[] = []
    const visit = (node: ts.Node): void => {
      if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer && node.pos < operation.call.node.pos) {
        const row = this.rows.rowOf(node.name)
        if (row && row.path.length === 0 && row.operation.package === operation.package) found.push(...this.mutationsOf(node.name, operation.call.node))
      }
      if (node === operation.unit.node || !ts.isFunctionLike(node)) ts.forEachChild(node, visit)
    }
    visit(operation.unit.node)
    return found
  }

  // ---- Tests ------------------------------------------------------------------------------------------------

  /** `if (!(await hasRoom(projectId)))`: the function that is asked compares. */
  private comparesBehind(condition: ts.Expression): boolean {
    let value = skipOuter(condition)
    while (ts.isPrefixUnaryExpression(value) || ts.isAwaitExpression(value)) value = skipOuter(ts.isAwaitExpression(value) ? value.expression : value.operand)
    const call = ts.isCallExpression(value) ? this.calls.at(value) : undefined
    return call !== undefined && this.resolver.resolve(call).units.some((unit) => unit.returns.some(isComparison))
  }

  testsIn(unit: Unit): readonly RowTest[] {
    const known = this.tests.get(unit)
    if (known) return known
    const found: RowTest[] = []
    const add = (condition: ts.Expression, node: ts.Node) => {
      const uses = this.valuesIn(condition)
      if (uses.length > 0) found.push({ condition, node, uses, isComparison: isComparison(condition) || this.comparesBehind(condition) })
    }
    const visit = (node: ts.Node): void => {
      if (node !== unit.node && ts.isFunctionLike(node) && this.resolver.unitAt(node)) return
      if (ts.isIfStatement(node)) add(node.expression, node)
      else if (ts.isConditionalExpression(node)) add(node.condition, node)
      else if (ts.isBinaryExpression(node) && /^(?:&&|\|\||\?\?)$/.test(node.operatorToken.getText()) && !isInCondition(node)) add(node.left, node)
      else if (ts.isSwitchStatement(node)) add(node.expression, node)
      else if (ts.isCallExpression(node) && ts.isExpressionStatement(node.parent) && /^(?:assert|invariant|ok|expect|ensure\w*|precondition)$/.test(node.expression.getText().replace(/^.*\./, '')) && node.arguments[0]) add(node.arguments[0], node)
      ts.forEachChild(node, visit)
    }
    visit(unit.node)
    this.tests.set(unit, found)
    return found
  }
}

/** A value that the database computes from the column itself. */
function isComputation(value: ts.Expression, column: string): boolean {
  // `{ increment: 1 }`
  if (ts.isObjectLiteralExpression(value)) return value.properties.length === 1 && /^(?:increment|decrement|multiply|divide|push)$/.test(value.properties[0]?.name?.getText() ?? '')
  const name = columnName(column)
  const mentions = (text: string) => new RegExp(`\\b${name}\\b`).test(text.replaceAll('_', '').toLowerCase())
  // `() => 'balance - 1'`, `eb('balance', '-', amount)`, `literal('stock - 1')`, `sql`${users.credits} - ${amount}``
  if (ts.isArrowFunction(value)) return !ts.isBlock(value.body) && /[-+*/]/.test(value.body.getText()) && mentions(value.body.getText())
  if (ts.isTaggedTemplateExpression(value)) return /[-+*/]/.test(value.template.getText()) && mentions(value.template.getText())
  if (!ts.isCallExpression(value)) return false
  const [first, second, third] = value.arguments
  if (first && second && third && ts.isStringLiteralLike(second) && /^[-+*/]$/.test(second.text)) return mentions(first.getText())
  return first !== undefined && /(?:^|\.)(?:raw|literal)$/.test(value.expression.getText()) && /[-+*/]/.test(first.getText()) && mentions(first.getText())
}

interface Mutation {
  readonly column: string
  readonly node: ts.Node
  readonly value: ts.Expression | undefined
  /** How the new value is made of the old one; undefined where it is given. */
  readonly own: ChangeKind | undefined
}

function isInCondition(node: ts.Node): boolean {
  for (let at = node; at.parent; at = at.parent) {
    const { parent } = at
    if (ts.isIfStatement(parent) || ts.isConditionalExpression(parent)) return (ts.isIfStatement(parent) ? parent.expression : parent.condition) === at
    if (ts.isStatement(parent) || ts.isFunctionLike(parent)) return false
  }
  return false
}

/** `a < b`, `n >= limit`: an order is asked for, not existence or emptiness. */
function isComparison(condition: ts.Expression): boolean {
  let found = false
  const visit = (node: ts.Node): void => {
    if (ts.isBinaryExpression(node) && /^[<>]=?$/.test(node.operatorToken.getText()) && ![node.left, node.right].some((side) => /^[01]$/.test(skipOuter(side).getText()))) found = true
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && /^(?:lt|lte|gt|gte|lessThan\w*|greaterThan\w*|isLessThan\w*|isGreaterThan\w*)$/.test(node.expression.name.text)) found = true
    ts.forEachChild(node, visit)
  }
  visit(condition)
  return found
}

function isAssignment(kind: ts.SyntaxKind): boolean {
  return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment
}

/** `+`, `-=` and their kin; not comparisons or `??=`. */
function isArithmetic(kind: ts.SyntaxKind): boolean {
  switch (kind) {
    case ts.SyntaxKind.PlusToken:
    case ts.SyntaxKind.MinusToken:
    case ts.SyntaxKind.AsteriskToken:
    case ts.SyntaxKind.SlashToken:
    case ts.SyntaxKind.PlusEqualsToken:
    case ts.SyntaxKind.MinusEqualsToken:
    case ts.SyntaxKind.AsteriskEqualsToken:
    case ts.SyntaxKind.SlashEqualsToken:
    case ts.SyntaxKind.BarEqualsToken:
    case ts.SyntaxKind.AmpersandEqualsToken:
      return true
    default:
      return false
  }
}

/** The first ancestor that is no mere wrapper. */
function skipWrappers(node: ts.Node): ts.Node {
  let outer = node.parent
  while (ts.isParenthesizedExpression(outer) || ts.isAsExpression(outer) || ts.isNonNullExpression(outer)) outer = outer.parent
  return outer
}
