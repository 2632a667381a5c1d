/**
 * Routers that a loader of the project finds by the place of their files: `routes/orders/#order_id.ts` serves
 * `/orders/:order_id`, where a function requires what it finds in a folder and mounts that under a path it makes.
 */
import path from 'node:path'
import { ts } from 'ts-morph'
import type { FileFacts } from '../syntax.js'

/** What is required is only known when it runs. */
const REQUIRES = /\b(?:require|import)\(\s*(?!\s*['"])/
const OWN_FOLDER = /^(?:__dirname|import\.meta\.dirname)$/
/** `#order_id`, `[order_id]`, `$order_id`: what stands for a part of the path in names of files. */
const PLACEHOLDER = /^(?:[#$:](\w+)|\[(\w+)\])$/

export class FolderRoutes {
  private foldersRead: readonly string[] | undefined

  constructor(private readonly facts: readonly FileFacts[]) {}

  /** The path under which the router of a file is mounted by its place; undefined where no loader reads its folder. */
  pathOf({ fileName }: ts.SourceFile): string | undefined {
    const folder = this.folders().find((one) => fileName.startsWith(`${one}/`))
    if (folder === undefined) return undefined
    const parts = fileName.slice(folder.length + 1).replace(/\.\w+$/, '').split('/')
    if (parts.at(-1) === 'index') parts.pop()
    return parts.map((part) => decoded(part).replace(PLACEHOLDER, (_, marked: string | undefined, bracketed: string | undefined) => `:${marked ?? bracketed ?? ''}`)).join('/')
  }

  /** Folders that are named from where a file lies, the deepest first, where a loader mounts what it finds in one. */
  private folders(): readonly string[] {
    this.foldersRead ??= this.facts.some(({ sourceFile }) => isLoader(sourceFile)) ? [...new Set(this.facts.flatMap(({ sourceFile }) => foldersNamedIn(sourceFile)))].sort((left, right) => right.length - left.length) : []
    return this.foldersRead
  }
}

/** A function requires what is only known when it runs, and mounts it under a path that is made there. */
function isLoader(sourceFile: ts.SourceFile): boolean {
  return REQUIRES.test(sourceFile.text) && /\.use\(/.test(sourceFile.text) && some(sourceFile, (node) => {
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression) || node.expression.name.text !== 'use') return false
    const [first, ...others] = node.arguments
    const around = ts.findAncestor(node, ts.isFunctionLike) ?? sourceFile
    return first !== undefined && others.length > 0 && !ts.isStringLiteralLike(first) && !ts.isFunctionLike(first) && REQUIRES.test(around.getText())
  })
}

/** `path.join(__dirname, 'routes')`, where it is given to a function or a name. */
function foldersNamedIn(sourceFile: ts.SourceFile): string[] {
  const found: string[] = []
  if (!/__dirname|import\.meta\.dirname/.test(sourceFile.text)) return found
  some(sourceFile, (node) => {
    if (!ts.isCallExpression(node) || !(ts.isCallExpression(node.parent) || ts.isVariableDeclaration(node.parent))) return false
    const [own, ...parts] = node.arguments
    const names = parts.flatMap((part) => (ts.isStringLiteralLike(part) ? [part.text] : []))
    if (own && OWN_FOLDER.test(own.getText()) && names.length === parts.length && names.some((name) => /\w/.test(name))) found.push(path.posix.join(path.posix.dirname(sourceFile.fileName), ...names).replace(/\/$/, ''))
    return false
  })
  return found
}

function some(node: ts.Node, test: (node: ts.Node) => boolean): boolean {
  return test(node) || ts.forEachChild(node, (child) => some(child, test) || undefined) === true
}

/** `.well-known` of `%2Ewell-known`, as names of files are written that must not begin with a dot. */
function decoded(part: string): string {
  return part.replace(/(?:%[\dA-F]{2})+/gi, (code) => {
    try {
      return decodeURIComponent(code)
    } catch {
      return code
    }
  })
}
