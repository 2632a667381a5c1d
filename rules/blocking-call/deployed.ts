/**
 * Files that are deployed with the program, or by its settings: their path is put together from folders of the program and
 * constants alone, and nothing that runs writes them.
 */
import path from 'node:path'
import { ts } from 'ts-morph'
import { argumentsOf, propertyOf, skipOuter } from '../../src/libraries/paths.js'
import { ifAllSeen } from '../../src/model/given-by-callers.js'
import type { Model, Operation } from '../../src/model/types.js'
import type { Workspace } from '../../src/workspace/types.js'

/** Bytes that are parsed in less time than a query takes. */
const SMALL_FILE = 256_000
/** Bytes that a disk of the machine itself gives in that time, to whoever only hands them on. */
const SMALL_READ = 4_000_000
/** Names, calls and parameters are followed back this far. */
const MOST_HOPS = 10
/** More paths than these say nothing any more. */
const MOST_PATHS = 24
/** A part of a path that is not known here. */
const ANY = '*'
/** Folders that are no longer there beside the sources. */
const UNKNOWN = '?'
/** What programs add to as long as they run, whoever does the writing. */
const GROWS = /\.(?:log|jsonl|ndjson|csv|sqlite\d?|db)$/i

/** Members that are given where something lies, and where it shall lie. */
const MOVES = /^(?:rename|copyFile|cp)(?:Sync)?$/

/** Folders that a build fills, which are not there beside the sources. */
const BUILT = /\/dist\/(?:[^*]*\/)?\*[^/]*$/

export class DeployedFiles {
  private written: readonly string[] | undefined

  constructor(
    private readonly model: Model,
    private readonly workspace: Workspace,
  ) {}

  /** Whether what is read is a small file of the deployment, by all that is known of its path. */
  isSmall(operation: Operation): boolean {
    const given = operation.kind === 'file-read' && !/dir/i.test(operation.call.name) ? argumentsOf(operation.call.node)[0] : undefined
    const paths = given && this.pathsOf(given)
    return paths !== undefined && paths.length > 0 && this.areSmall(paths, isHandedOn(operation.node) ? SMALL_READ : SMALL_FILE) && !paths.some((one) => this.isWritten(one))
  }

  /** Whether the entries of one folder are listed, which lies beside the sources and into which nothing that runs writes. */
  isListed({ kind, call }: Operation): boolean {
    const [folder, options] = kind === 'file-read' && call.name === 'readdirSync' ? argumentsOf(call.node) : []
    const texts = folder && !/recursive/.test(options?.getText() ?? '') ? this.textsOf(folder, 0) : undefined
    const paths = folder && texts?.flatMap((one) => this.rooted(one, this.model.fileOf(folder).package.directory))
    if (!texts || !paths || paths.length === 0 || !paths.every((one) => one.startsWith(`${this.workspace.root}/`) && !this.isWritten(`${one}/${ANY}`))) return false
    // A folder whose name is not all known, or that depends on where the process runs, has to be there.
    return texts.every((one) => path.posix.isAbsolute(one) && !one.includes(ANY)) || (texts.every((one) => isPlaced(one)) && paths.some((one) => this.sizesOf(`${one}/${ANY}`).length > 0))
  }

  /** Those that are there are small; where none is, their names are constant, or a build makes them. */
  private areSmall(paths: readonly string[], most: number): boolean {
    const sizes = paths.map((one) => this.sizesOf(one))
    return sizes.every((list) => list.every((size) => size <= most)) && (sizes.some((list) => list.length > 0) || paths.every((one) => (!one.includes(ANY) || BUILT.test(one)) && !GROWS.test(one)))
  }

  private sizesOf(file: string): readonly number[] {
    return file.startsWith(UNKNOWN) ? [] : this.workspace.sizesOf(file)
  }

  /** Some code that runs writes a file of that name, or files into the folder of which any file may be meant. */
  private isWritten(file: string): boolean {
    this.written ??= this.model.operations.flatMap((operation) => {
      const given = operation.kind === 'file-write' ? argumentsOf(operation.call.node) : []
      // What is moved or copied is no longer written where it lay.
      return given.slice(MOVES.test(operation.call.name) ? 1 : 0, 2).flatMap((one) => this.pathsOf(one) ?? [])
    })
    const folder = path.posix.dirname(file)
    return this.written.some((one) => one === file || ((file.includes(ANY) || one.includes(ANY)) && mayBeOne(path.posix.dirname(one), folder)))
  }

  /** Absolute paths that an expression may stand for, with a star for each name that is not known; undefined where a folder is not. */
  private pathsOf(expression: ts.Expression): readonly string[] | undefined {
    const texts = this.textsOf(expression, 0)
    if (!texts?.every((text) => isPlaced(text))) return undefined
    return texts.flatMap((text) => this.rooted(text, this.model.fileOf(expression).package.directory))
  }

  /** A relative path counts from where the process runs: the package, or the workspace around it. */
  private rooted(text: string, directory: string): string[] {
    if (path.posix.isAbsolute(text) || text.startsWith(UNKNOWN)) return [path.posix.normalize(text)]
    return [...new Set([directory, this.workspace.root])].map((folder) => path.posix.join(folder, text))
  }

  private textsOf(expression: ts.Expression, hops: number): readonly string[] | undefined {
    const value = skipOuter(expression)
    if (hops > MOST_HOPS) return undefined
    const again = (next: ts.Expression) => this.textsOf(next, hops + 1)
    if (ts.isStringLiteralLike(value)) return [value.text]
    if (ts.isTemplateExpression(value)) return joined([[value.head.text], ...value.templateSpans.flatMap((span) => [again(span.expression) ?? [ANY], [span.literal.text]])], '')
    if (ts.isBinaryExpression(value)) {
      const [left, right] = [again(value.left), again(value.right)]
      if (value.operatorToken.kind === ts.SyntaxKind.PlusToken) return left && joined([left, right ?? [ANY]], '')
      if (!/^(?:\?\?|\|\|)$/.test(value.operatorToken.getText())) return undefined
      return left === undefined && this.isNeverGiven(value.left) ? right : together([left, right])
    }
    if (ts.isConditionalExpression(value)) return together([again(value.whenTrue), again(value.whenFalse)])
    if (ts.isArrayLiteralExpression(value)) return together(value.elements.map(again))
    if (ts.isNewExpression(value)) {
      // `new URL('../invoice.html', import.meta.url)`
      const [relative, base] = (value.arguments ?? []).map(again)
      return value.expression.getText() === 'URL' && relative && base ? joined([base.map((one) => path.posix.dirname(one)), relative], '/') : undefined
    }
    if (ts.isCallExpression(value)) return this.textsOfCall(value, hops)
    if (ts.isIdentifier(value) || ts.isPropertyAccessExpression(value)) return this.textsOfName(value, hops)
    return undefined
  }

  /** `options.path`, where whoever calls gives no `options`, or none with a `path` in it. */
  private isNeverGiven(expression: ts.Expression): boolean {
    const value = skipOuter(expression)
    const given = ts.isPropertyAccessExpression(value) && ts.isIdentifier(value.expression) ? this.givenFor(value.expression) : undefined
    return given !== undefined && given.every((one) => {
      const object = one && skipOuter(one)
      return object === undefined || (ts.isObjectLiteralExpression(object) && object.properties.every((member) => ts.isPropertyAssignment(member) && member.name.getText() !== (value as ts.PropertyAccessExpression).name.text))
    })
  }

  /** What all callers give for a parameter, but for those that only test; undefined where not all of it is seen. */
  private givenFor(name: ts.Identifier): readonly (ts.Expression | undefined)[] | undefined {
    return ifAllSeen(this.model.givenFor(name).filter(({ call }) => call.unit.file.surface !== 'test'))?.map(({ value }) => value)
  }

  private textsOfCall(call: ts.CallExpression, hops: number): readonly string[] | undefined {
    const callee = skipOuter(call.expression)
    const name = ts.isPropertyAccessExpression(callee) ? callee.name.text : callee.getText()
    const again = (next: ts.Expression) => this.textsOf(next, hops + 1)
    const [first] = call.arguments
    if (callee.getText() === 'process.cwd') return ['']
    if (/^(?:join|resolve)$/.test(name)) return joined(call.arguments.map((argument, index) => again(argument) ?? (index === 0 ? undefined : [ANY])), '/')
    if (/^(?:fileURLToPath|normalize|realpath(?:Sync)?)$/.test(name)) return first && again(first)
    if (name === 'dirname') return first && again(first)?.map((text) => path.posix.dirname(text))
    // `FOLDERS.find((folder) => existsSync(folder))`
    if (name === 'find' && ts.isPropertyAccessExpression(callee)) return again(callee.expression)
    const unit = this.model.unitOf(call)
    const resolved = unit?.calls.find(({ node }) => node === call)
    const returns = resolved ? this.model.resolve(resolved).units.flatMap((one) => one.returns) : []
    return returns.length > 0 ? together(returns.map(again)) : undefined
  }

  private textsOfName(name: ts.Identifier | ts.PropertyAccessExpression, hops: number): readonly string[] | undefined {
    const text = name.getText()
    const file = this.model.fileOf(name).path
    if (text === '__filename' || text === 'import.meta.url' || text === 'import.meta.filename') return [file]
    if (text === '__dirname' || text === 'import.meta.dirname') return [path.posix.dirname(file)]
    // What the settings name is a file of the deployment, wherever that lies.
    if (/^process\.env\.\w+$/.test(text)) return [`${UNKNOWN}/${text}`]
    const made = this.model.initializerOf(name)
    if (made) return this.textsOf(made, hops + 1)
    if (ts.isIdentifier(name)) return this.textsOfParameter(name, undefined, hops)
    return ts.isIdentifier(name.expression) ? this.textsOfParameter(name.expression, name.name.text, hops) : undefined
  }

  /** What all callers of the function give for a parameter, or for a member of one. */
  private textsOfParameter(name: ts.Identifier, member: string | undefined, hops: number): readonly string[] | undefined {
    const list = member === undefined ? listRunThrough(name) : undefined
    if (list) return this.textsOf(list, hops + 1)
    const given = this.givenFor(name)
    return given && together(
      given.map((value) => {
        const text = value && member !== undefined ? propertyOf(value, member, (one) => this.model.initializerOf(one))[0] : value
        return text && this.textsOf(text, hops + 1)
      }),
    )
  }
}

/** It begins with a folder that is known, and of those on its way only the last may be any. */
function isPlaced(text: string): boolean {
  const folders = text.split('/').slice(0, -1)
  const known = folders.at(-1) === ANY ? folders.slice(0, -1) : folders
  return !known.some((folder) => folder.includes(ANY)) && (known.length > 0 || (folders.length === 0 && !text.startsWith(ANY)))
}

/** Two folders are the same, or a star in one stands for the other's name. */
function mayBeOne(left: string, right: string): boolean {
  const [one, other] = [left.split('/'), right.split('/')]
  return one.length === other.length && one.every((name, index) => name === other[index] || name === ANY || other[index] === ANY)
}

/** The list whose elements a name stands for: `files` of `for (const file of files)`. */
function listRunThrough(name: ts.Identifier): ts.Expression | undefined {
  const loop = ts.findAncestor(name, (at) => ts.isForOfStatement(at) && ts.isVariableDeclarationList(at.initializer) && at.initializer.declarations[0]?.name.getText() === name.text)
  return loop && ts.isForOfStatement(loop) ? loop.expression : undefined
}

/** `res.send(readFileSync(path))`, `const text = readFileSync(path)` and then `new Response(text)`: nothing takes it apart on the way. */
function isHandedOn(read: ts.Node): boolean {
  const { parent } = read
  if (ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name)) {
    const uses = usesOf(parent.name)
    return uses.length === 1 && uses.every(isHandedOn)
  }
  if (ts.isNewExpression(parent)) return /Response$/.test(parent.expression.getText()) && parent.arguments?.[0] === read
  return ts.isCallExpression(parent) && parent.expression !== read && ts.isPropertyAccessExpression(parent.expression) && /^(?:send|end|write)$/.test(parent.expression.name.text)
}

/** Where else a name stands in the function around its declaration. */
function usesOf(name: ts.Identifier): ts.Identifier[] {
  const found: ts.Identifier[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node.text === name.text && node !== name) found.push(node)
    ts.forEachChild(node, visit)
  }
  visit(ts.findAncestor(name, ts.isFunctionLike) ?? name.getSourceFile())
  return found
}

function together(lists: readonly (readonly string[] | undefined)[]): readonly string[] | undefined {
  const known = lists.filter((list): list is readonly string[] => list !== undefined)
  const all = [...new Set(known.flat())]
  return known.length === lists.length && all.length <= MOST_PATHS ? all : undefined
}

/** Each text of the first part with each of the next, and so on; a part that begins at the root leaves those before it out. */
function joined(parts: readonly (readonly string[] | undefined)[], between: string): readonly string[] | undefined {
  let found: readonly string[] | undefined = ['']
  for (const part of parts) {
    found = part && found.flatMap((head) => part.map((tail) => (between !== '' && tail.startsWith('/') && head === '' ? tail : `${head}${head === '' ? '' : between}${tail}`)))
    if (!found || found.length > MOST_PATHS) return undefined
  }
  return found
}
