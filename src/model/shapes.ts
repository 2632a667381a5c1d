/**
 * The second, humbler way to recognise an operation: by the shape of a call whose receiver the checker knows nothing
 * about. What shapes count stands in the library models (`@shape`).
 */
import { ts } from 'ts-morph'
import { receiverOf, skipOuter } from '../libraries/paths.js'
import type { Program } from './program.js'
import type { Resolver } from './resolver.js'
import { staticAround } from './schema-members.js'
import { calleeName } from './syntax.js'
import type { LibraryTarget } from './types.js'

interface Shape {
  readonly receiver: RegExp
  readonly members: ReadonlyMap<string, ts.Declaration>
}

export class Shapes {
  private readonly byMember = new Map<string, Shape[]>()

  constructor(
    program: Program,
    private readonly resolver: Resolver,
  ) {
    for (const sourceFile of program.program.getSourceFiles()) {
      if (!program.isModel(sourceFile) || !sourceFile.text.includes('@shape')) continue
      const visit = (node: ts.Node): void => {
        if (ts.isClassLike(node) || ts.isInterfaceDeclaration(node)) this.add(node)
        else ts.forEachChild(node, visit)
      }
      ts.forEachChild(sourceFile, visit)
    }
  }

  /** The library member that a call looks like; undefined when the receiver is known or looks like nothing. */
  match(node: ts.Node): LibraryTarget | undefined {
    if (!ts.isCallExpression(node) && !ts.isTaggedTemplateExpression(node)) return undefined
    const callee = ts.isCallExpression(node) ? skipOuter(node.expression) : node.tag
    const shapes = this.byMember.get(calleeName(callee))
    if (!shapes) return undefined
    const receiver = receiverOf(node)
    if (!receiver) return undefined
    // `this` of a static of a schema is the model.
    const isModel = receiver.kind === ts.SyntaxKind.ThisKeyword && staticAround(receiver) !== undefined
    const text = isModel ? 'Model' : receiver.getText().replace(/\s+/g, '')
    for (const shape of shapes) {
      if (!shape.receiver.test(text)) continue
      // A receiver with a known type is what its type says.
      if (!isModel && !(this.resolver.typeOf(receiver).flags & ts.TypeFlags.Any)) return undefined
      const declaration = shape.members.get(calleeName(callee))
      if (declaration) return this.resolver.libraryTarget(declaration)
    }
    return undefined
  }

  private add(node: ts.ClassLikeDeclaration | ts.InterfaceDeclaration): void {
    const tag = this.resolver.tags.tag(node, 'shape')
    const match = tag && /^\/(.+)\/(i?)$/.exec(tag.value)
    if (!match) return
    const members = new Map<string, ts.Declaration>()
    for (const member of node.members) {
      const name = member.name && 'text' in member.name ? String(member.name.text) : undefined
      if (!name || members.has(name)) continue
      if (this.resolver.tags.tagsOf(member).some((candidate) => candidate.name === 'query' || candidate.name === 'effect'))
        members.set(name, member)
    }
    const shape: Shape = { receiver: new RegExp(match[1] ?? '', match[2]), members }
    for (const name of members.keys()) {
      const list = this.byMember.get(name)
      if (list) list.push(shape)
      else this.byMember.set(name, [shape])
    }
  }
}
