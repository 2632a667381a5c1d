/**
 * Finds call facts by node and by name, and the places where a unit uses a name.
 */
import { ts } from 'ts-morph'
import { append } from '../findings/multimap.js'
import { argumentsOf, receiverOf } from '../libraries/paths.js'
import type { Call, Unit } from './types.js'

/** Calls by the names they call, read once however many ask: most questions are about a few names. */
export class CallsByName {
  /** @param byName read when it is first asked for */
  private constructor(
    private readonly byName: () => ReadonlyMap<string, readonly Call[]>,
    private readonly isKept: (call: Call) => boolean,
  ) {}

  /** Calls of some units, in their order. */
  static of(units: () => Iterable<Unit>): CallsByName {
    let known: Map<string, Call[]> | undefined
    return new CallsByName(
      () => (known ??= read(units())),
      () => true,
    )
  }

  /** Some of these calls. */
  where(isKept: (call: Call) => boolean): CallsByName {
    return new CallsByName(this.byName, (call) => this.isKept(call) && isKept(call))
  }

  /**
   * Calls whose name passes, in the order of the code.
   *
   * @param test asked once for each name there is, with all calls of it, also those of code that is left out
   */
  matching(test: (name: string, calls: readonly Call[]) => boolean): readonly Call[] {
    const lists: (readonly Call[])[] = []
    for (const [name, list] of this.byName()) if (test(name, list)) lists.push(list)
    return this.merged(lists)
  }

  /** Calls of one of the names, in the order of the code. */
  named(names: Iterable<string>): readonly Call[] {
    return this.merged([...names].map((name) => this.byName().get(name) ?? []))
  }

  private merged(lists: readonly (readonly Call[])[]): readonly Call[] {
    const filled = lists.filter((list) => list.length > 0)
    const all = filled.length > 1 ? filled.flat().sort(inOrder) : (filled[0] ?? [])
    return all.filter(this.isKept)
  }
}

/** As the calls of a program are read: unit by unit, the outer one of a chain first. */
function inOrder({ unit, node }: Call, other: Call): number {
  return unit.id - other.unit.id || node.pos - other.node.pos || other.node.end - node.end
}

function read(units: Iterable<Unit>): Map<string, Call[]> {
  const found = new Map<string, Call[]>()
  for (const { calls } of units) for (const call of calls) append(found, call.name, call)
  return found
}

export class CallIndex {
  private readonly byFile = new Map<ts.SourceFile, Map<ts.Node, Call>>()
  private readonly uses = new Map<Unit, Map<string, ts.Identifier[]>>()
  private readonly given = new Map<Unit, Map<string, Call[]>>()

  constructor(private readonly unitsIn: (sourceFile: ts.SourceFile) => readonly Unit[]) {}

  at(node: ts.Node): Call | undefined {
    // Most questions are about nodes that cannot be a call.
    if (!ts.isCallLikeExpression(node) && !ts.isPropertyAccessExpression(node)) return undefined
    const sourceFile = node.getSourceFile()
    let byNode = this.byFile.get(sourceFile)
    if (!byNode) {
      byNode = new Map()
      for (const unit of this.unitsIn(sourceFile)) for (const call of unit.calls) byNode.set(call.node, call)
      this.byFile.set(sourceFile, byNode)
    }
    return byNode.get(node)
  }

  /** The call that a function is given to as the last argument. */
  takingLast(given: ts.Node): Call | undefined {
    let argument = given
    while (ts.isParenthesizedExpression(argument.parent)) argument = argument.parent
    const { parent } = argument
    return (ts.isCallExpression(parent) || ts.isNewExpression(parent)) && parent.arguments?.at(-1) === argument ? this.at(parent) : undefined
  }

  /**
   * Calls of a unit that are given a name, as it stands or inside of a list, an object or an expression, and those whose
   * receiver starts with it (`name.match(...)`), in source order. Functions that are given are not looked into.
   */
  giving(unit: Unit, name: string): readonly Call[] {
    let byName = this.given.get(unit)
    if (!byName) {
      byName = new Map()
      for (const call of unit.calls) for (const given of namesGivenTo(call.node)) append(byName, given, call)
      this.given.set(unit, byName)
    }
    return byName.get(name) ?? []
  }

  /** Identifiers of a name in a unit and the units inside it, in source order; property names are left out. */
  usesOf(unit: Unit, name: string): readonly ts.Identifier[] {
    let byName = this.uses.get(unit)
    if (!byName) {
      byName = new Map()
      const found = byName
      const visit = (node: ts.Node): void => {
        if (ts.isIdentifier(node)) {
          const parent = node.parent
          if (ts.isPropertyAccessExpression(parent) && parent.name === node) return
          if (ts.isPropertyAssignment(parent) && parent.name === node) return
          const list = found.get(node.text)
          if (list) list.push(node)
          else found.set(node.text, [node])
          return
        }
        ts.forEachChild(node, visit)
      }
      ts.forEachChild(unit.node, visit)
      this.uses.set(unit, byName)
    }
    return byName.get(name) ?? []
  }
}

function namesGivenTo(call: ts.Node): ReadonlySet<string> {
  const names = new Set<string>()
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) names.add(node.text)
    else if (node.kind === ts.SyntaxKind.ThisKeyword) names.add('this')
    else if (ts.isPropertyAccessExpression(node)) visit(node.expression)
    else if (ts.isPropertyAssignment(node)) visit(node.initializer)
    else if (!ts.isFunctionLike(node)) ts.forEachChild(node, visit)
  }
  for (const argument of argumentsOf(call)) visit(argument)
  const receiver = receiverOf(call)
  if (receiver) visit(receiver)
  return names
}
