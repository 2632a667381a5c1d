/**
 * The second, humbler way to recognise an operation: by the shape of a call whose receiver the checker knows nothing
 * about. What shapes count stands in the library models (`@shape`).
 */
import { ts } from 'ts-morph'
import { receiverOf, skipOuter } from '../libraries/paths.js'
import type { Tag } from '../libraries/tags.js'
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
  private readonly ofRows = new Map<string, ts.Declaration[]>()

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
    const texts = isModel ? ['Model'] : this.namesOf(receiver)
    for (const shape of shapes) {
      if (!texts.some((text) => shape.receiver.test(text))) continue
      // A receiver with a known type is what its type says.
      if (!isModel && !(this.resolver.typeOf(receiver).flags & ts.TypeFlags.Any)) return undefined
      const declaration = shape.members.get(calleeName(callee))
      if (declaration) return this.resolver.libraryTarget(declaration)
    }
    return undefined
  }

  /**
   * The receiver as written, and as what it was taken out of: `this.models.Order` for `const { Order } = this.models`,
   * `db.collection('orders')` for `const orders = db.collection('orders')`.
   */
  private namesOf(receiver: ts.Expression): string[] {
    const own = receiver.getText().replace(/\s+/g, '')
    const declaration = ts.isIdentifier(receiver) ? this.resolver.symbolOf(receiver)?.valueDeclaration : undefined
    const made = declaration && ts.isVariableDeclaration(declaration) && ts.isIdentifier(declaration.name) ? declaration.initializer : undefined
    if (made && ts.isCallExpression(made)) return [own, made.getText().replace(/\s+/g, '')]
    if (!declaration || !ts.isBindingElement(declaration) || declaration.initializer || declaration.dotDotDotToken) return [own]
    const name = (declaration.propertyName ?? declaration.name).getText()
    const owner = declaration.parent.parent
    if (ts.isParameter(owner)) return [own, `$given.${name}`]
    const whole = ts.isVariableDeclaration(owner) ? owner.initializer : undefined
    return whole ? [own, `${whole.getText().replace(/\s+/g, '')}.${name}`] : [own]
  }

  /**
   * The member of a row that a call looks like: `account.save()`, where `account` was read by an operation and nothing
   * else is known of it.
   *
   * @param readBy the library member by which the row was read
   */
  matchRow(node: ts.Node, readBy: (expression: ts.Expression) => LibraryTarget | undefined): LibraryTarget | undefined {
    if (!ts.isCallExpression(node)) return undefined
    const callee = skipOuter(node.expression)
    const members = this.ofRows.get(calleeName(callee))
    const receiver = members && receiverOf(node)
    const value = receiver && ts.isIdentifier(receiver) ? this.resolver.initializerOf(receiver) : undefined
    if (!members || !receiver || !value || !ts.isAwaitExpression(skipOuter(value)) || !(this.resolver.typeOf(receiver).flags & ts.TypeFlags.Any)) return undefined
    const reader = readBy((skipOuter(value) as ts.AwaitExpression).expression)
    return reader && members.map((member) => this.resolver.libraryTarget(member)).find((target) => target?.package === reader.package)
  }

  private add(node: ts.ClassLikeDeclaration | ts.InterfaceDeclaration): void {
    for (const member of node.members) {
      const receiver = receiverIn(this.resolver.tags.tag(member, 'shape'))
      const name = member.name && 'text' in member.name ? String(member.name.text) : undefined
      if (receiver && name && !this.byMember.has(name)) this.byMember.set(name, [{ receiver, members: new Map([[name, member]]) }])
    }
    const tag = this.resolver.tags.tag(node, 'shape')
    if (tag?.value === 'row') this.addRow(node)
    const receiver = receiverIn(tag)
    if (!receiver) return
    const members = new Map<string, ts.Declaration>()
    for (const member of node.members) {
      const name = member.name && 'text' in member.name ? String(member.name.text) : undefined
      if (!name || members.has(name)) continue
      if (this.resolver.tags.tagsOf(member).some((candidate) => candidate.name === 'query' || candidate.name === 'effect'))
        members.set(name, member)
    }
    const shape: Shape = { receiver, members }
    for (const name of members.keys()) {
      const list = this.byMember.get(name)
      if (list) list.push(shape)
      else this.byMember.set(name, [shape])
    }
  }

  private addRow(node: ts.ClassLikeDeclaration | ts.InterfaceDeclaration): void {
    for (const member of node.members) {
      const name = member.name && 'text' in member.name ? String(member.name.text) : undefined
      if (name && this.resolver.tags.tagsOf(member).some((tag) => tag.name === 'query')) this.ofRows.set(name, [...(this.ofRows.get(name) ?? []), member])
    }
  }
}

/** The pattern that the tag gives for receivers. */
function receiverIn(tag: Tag | undefined): RegExp | undefined {
  const match = tag && /^\/(.+)\/(i?)$/.exec(tag.value)
  return match ? new RegExp(match[1] ?? '', match[2]) : undefined
}
