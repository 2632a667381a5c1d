/**
 * Migrations written in TypeScript or JavaScript: what their way there does, in order.
 */
import { ts } from 'ts-morph'
import { readStatements } from '../statements.js'
import { Recorder } from '../recorder.js'
import type { DatabaseDialect, MigrationTool, Statement, Wrapping } from '../types.js'
import type { WorkspaceFile } from '../../../workspace/types.js'
import { readKnex } from './knex.js'
import { readKysely } from './kysely.js'
import type { Made, ReadChain } from './made.js'
import { readNodePgMigrate } from './node-pg-migrate.js'
import { readQueryInterface } from './query-interface.js'
import { readTypeOrm } from './typeorm.js'
import { bare, chainOf, isFunction, Values, type Chain } from './values.js'

const READERS: Readonly<Partial<Record<MigrationTool, readonly ReadChain[]>>> = {
  knex: [readKnex],
  kysely: [readKysely],
  typeorm: [readTypeOrm],
  sequelize: [readQueryInterface],
  'db-migrate': [readQueryInterface],
  'node-pg-migrate': [readNodePgMigrate],
  'mikro-orm': [readKnex],
  unknown: [readKnex, readKysely, readQueryInterface],
}

/** How SQL that changes something begins, behind comments. */
const SQL = /^(?:\s|--[^\n]*\n|\/\*[^]*?\*\/)*(?:alter|create|drop|update|delete\s+from|insert\s+into|truncate|set\s+(?:local\s+|session\s+)?\w+(?=\s*=|\s+to\b)|select\s+set_config|begin|start\s+transaction|commit|rollback|do(?=\s+(?:language\s+\w+\s+)?\$)|vacuum|reindex|refresh\s+materialized|cluster|lock\s+table|rename\s+table|optimize|with\s+\w+\s+as)\b/i
/** Calls whose text is for people. */
const TALKS = /^(?:log|info|warn|error|debug|trace|write|Error|startsWith|includes|test|match|toContain|describe|it)$/
/** Functions of the file are followed this far. */
const DEEPEST = 4

/** How a file says that it wants no transaction, or that nobody opens one. */
const OPTS_OUT = /\bconfig\b[^;]{0,40}\{[^}]*\btransaction\s*:\s*false|\btransaction\s*(?::\s*\w+\s*)?=\s*false\b|\bisTransactional\s*\([^)]*\)[^{]*\{\s*return\s+false|\.noTransaction\s*\(|\bdisableTransactions?\s*[:=]\s*true|\buseTransaction\s*[:=]\s*false/

export interface ReadCode {
  readonly statements: readonly Statement[]
  readonly wrapping: Wrapping
}

/**
 * @param given how the tool runs it, unless the file says otherwise
 */
export function readCode(file: WorkspaceFile, sourceFile: ts.SourceFile, tool: MigrationTool, dialect: DatabaseDialect | undefined, given: Wrapping): ReadCode {
  const wrapping = OPTS_OUT.test(file.text()) ? 'none' : given
  const reader = new CodeReader(file, sourceFile, tool, dialect, wrapping)
  reader.read()
  return { statements: reader.recorder.statements, wrapping }
}

class CodeReader {
  readonly recorder: Recorder
  private readonly values: Values
  private readonly readers: readonly ReadChain[]
  private readonly open: ts.Node[] = []
  private loops = 0
  private branch: DatabaseDialect | undefined

  constructor(
    file: WorkspaceFile,
    private readonly sourceFile: ts.SourceFile,
    tool: MigrationTool,
    private readonly dialect: DatabaseDialect | undefined,
    wrapping: Wrapping,
  ) {
    this.recorder = new Recorder(file, wrapping)
    this.values = new Values(sourceFile)
    this.readers = READERS[tool] ?? []
  }

  read(): void {
    for (const body of waysThere(this.sourceFile, this.values)) this.visit(body)
  }

  private visit(node: ts.Node): void {
    if (ts.isCallExpression(node) || ts.isTaggedTemplateExpression(node)) {
      this.visitCall(node)
      return
    }
    if (ts.isIfStatement(node)) {
      this.visitBranches(node)
      return
    }
    if (ts.isIterationStatement(node, false)) {
      this.loops++
      ts.forEachChild(node, (child) => this.visit(child))
      this.loops--
      return
    }
    // A function that is declared runs where it is called.
    if (ts.isFunctionDeclaration(node) || (ts.isVariableDeclaration(node) && node.initializer && isFunction(node.initializer)) || ts.isClassLike(node)) return
    ts.forEachChild(node, (child) => this.visit(child))
  }

  /** `if (dialect === 'postgres') { ... } else { ... }`: each side is for its own database. */
  private visitBranches(node: ts.IfStatement): void {
    const before = this.branch
    this.visit(node.expression)
    const word = /[!=]==?\s*['"](postgres(?:ql)?|pg|mysql2?|mariadb|sqlite3?|better-sqlite3|mssql)['"]|is(Postgres|MySql|MariaDb|SqlIte)\w*\b/i.exec(node.expression.getText())
    const named = dialectNamed(word?.[1] ?? word?.[2])
    const isNegated = named !== undefined && /!==?\s*['"]|^\s*!/.test(node.expression.getText())
    this.branch = named && !isNegated ? named : before
    this.visit(node.thenStatement)
    this.branch = named && isNegated ? named : named && this.dialect === named ? 'sqlite' : before
    if (node.elseStatement) this.visit(node.elseStatement)
    // `if (dialect !== 'postgres') return`: what follows is for the one that is named.
    this.branch = isNegated && leaves(node.thenStatement) ? named : before
  }

  private visitCall(node: ts.CallExpression | ts.TaggedTemplateExpression): void {
    const chain = ts.isTaggedTemplateExpression(node) ? { root: node, links: [] } : chainOf(node)
    for (const read of this.readers) {
      const made = read(chain, this.values)
      if (!made) continue
      for (const one of made) this.recorder.add(this.statementOf(one))
      this.visitCallbacks(chain)
      return
    }
    if (ts.isTaggedTemplateExpression(node)) {
      // A tagged template that is an argument is read with its call.
      if (!ts.isCallExpression(node.parent)) this.readSql(node, node)
      node.template.forEachChild((child) => this.visit(child))
      return
    }
    this.visitLinks(node, chain)
  }

  /** A chain that no builder knows: raw SQL given to its calls, functions it runs. */
  private visitLinks(node: ts.CallExpression, chain: Chain): void {
    if (ts.isCallExpression(chain.root) || ts.isTaggedTemplateExpression(chain.root)) {
      // `sql`...`.execute(db)`
      if (ts.isTaggedTemplateExpression(chain.root)) this.readSql(chain.root, node)
      else if (chain.root !== node) this.visit(chain.root)
    }
    for (const { name, call } of chain.links) {
      if (!call) continue
      if (name === 'transaction' || (name === 'execute' && chain.links.some((link) => link.name === 'transaction'))) {
        this.recorder.within(() => {
          for (const argument of call.arguments) this.visitArgument(argument)
        })
        continue
      }
      if (/^(?:startTransaction|commitTransaction|rollbackTransaction)$/.test(name)) this.recorder.control(name === 'startTransaction' ? 'begin' : 'commit')
      const [first] = call.arguments
      if (first && !TALKS.test(name === '' ? chain.root.getText() : name)) this.readSql(first, call)
      const called = this.values.functionOf(bare(call.expression))
      for (const argument of call.arguments) this.visitArgument(argument)
      if (called) this.visitFunction(called)
    }
  }

  private visitArgument(argument: ts.Expression): void {
    const node = bare(argument)
    if (isFunction(node)) this.visitFunction(node)
    else if (!ts.isIdentifier(node)) this.visit(node)
  }

  /** Functions given to `then` and the like behind what a builder made. */
  private visitCallbacks({ links }: Chain): void {
    for (const { name, call } of links) if (call && /^(?:then|finally)$/.test(name)) for (const argument of call.arguments) this.visitArgument(argument)
  }

  private visitFunction(node: ts.FunctionLikeDeclaration): void {
    if (this.open.includes(node) || this.open.length >= DEEPEST || !('body' in node) || !node.body) return
    this.open.push(node)
    this.visit(node.body)
    this.open.pop()
  }

  private readSql(argument: ts.Expression, call: ts.Node): void {
    const placed = this.values.placed(argument)
    if (!placed || !SQL.test(placed.text)) return
    const dialect = this.branch ?? this.dialect
    for (const { start, end, text, operations, isRepeated, block } of readStatements(placed.text, dialect)) {
      const [from, to] = [placed.at(start), placed.at(end - 1)]
      const isVerbatim = from !== undefined && to !== undefined && to - from === end - 1 - start
      this.recorder.add({
        start: isVerbatim ? from : call.getStart(),
        end: isVerbatim ? to + 1 : call.getEnd(),
        text,
        language: 'sql',
        isVerbatim,
        isRepeated: isRepeated || this.loops > 0,
        dialect: this.branch,
        operations,
        call: undefined,
      }, block === undefined ? undefined : call.getStart() + block)
    }
  }

  private statementOf({ node, operations, call }: Made): Omit<Statement, 'file' | 'transaction'> {
    return { start: node.getStart(), end: node.getEnd(), text: node.getText(), language: 'code', isVerbatim: false, isRepeated: this.loops > 0, dialect: this.branch, operations, call }
  }
}

function dialectNamed(word: string | undefined): DatabaseDialect | undefined {
  if (word === undefined) return undefined
  if (/^p/i.test(word)) return 'postgres'
  return /^mysql/i.test(word) ? 'mysql' : /^mar/i.test(word) ? 'mariadb' : /^ms/i.test(word) ? 'mssql' : 'sqlite'
}

function leaves(statement: ts.Statement): boolean {
  if (ts.isReturnStatement(statement)) return true
  return ts.isBlock(statement) && statement.statements.some(ts.isReturnStatement)
}

/** Bodies of everything that is called `up`: exported functions, members of classes and objects. */
function waysThere(sourceFile: ts.SourceFile, values: Values): ts.Node[] {
  const found: ts.Node[] = []
  const isUp = (name: ts.Node | undefined) => name !== undefined && (ts.isIdentifier(name) || ts.isStringLiteralLike(name)) && /^(?:up|beforeUp)$/.test(name.text)
  const add = (value: ts.Expression | ts.FunctionLikeDeclaration) => {
    const node = ts.isExpression(value) && !isFunction(value) ? values.resolve(value) : value
    const target = ts.isIdentifier(node) ? values.functionOf(node) : node
    if (target && 'body' in target && target.body && !found.includes(target.body as ts.Node)) found.push(target.body as ts.Node)
  }
  const visit = (node: ts.Node): void => {
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken && ts.isPropertyAccessExpression(node.left) && isUp(node.left.name)) return add(node.right)
    if ((ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node)) && isUp(node.name)) return add(node)
    if ((ts.isVariableDeclaration(node) || ts.isPropertyAssignment(node) || ts.isPropertyDeclaration(node)) && isUp(node.name) && node.initializer) return add(node.initializer)
    if (ts.isShorthandPropertyAssignment(node) && isUp(node.name)) return add(node.name)
    if (ts.isFunctionLike(node) && !ts.isMethodDeclaration(node)) return
    ts.forEachChild(node, visit)
  }
  visit(sourceFile)
  return found
}
