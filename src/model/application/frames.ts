/**
 * Expressions seen from a call site: what a parameter stands for when a function of the project registers it.
 *
 * A wrapper such as `route({ method, path, handler }) { this.app[method](path, handler) }` registers as many routes as
 * it has callers. A frame says what its parameters stand for at one of them.
 */
import { ts } from 'ts-morph'
import { argumentsOf, atPath, skipOuter } from '../../libraries/paths.js'
import type { Graph } from '../graph.js'
import { tagIn } from '../operations.js'
import type { Resolver } from '../resolver.js'
import type { Call, Unit } from '../types.js'

/** What the parameters of a function, or the variable of a loop, stand for at one place. */
export interface Frame {
  /** The unit whose call this is; undefined for a turn of a loop. */
  readonly unit: Unit | undefined
  /** Expressions by declaration of parameter or loop variable. */
  readonly bindings: ReadonlyMap<ts.Node, ts.Expression>
  /** All that is given to a parameter that takes the rest. */
  readonly rests?: ReadonlyMap<ts.Node, readonly ts.Expression[]>
  readonly site: Call | undefined
  /** In which frame the bound expressions are to be read. */
  readonly outer: Frame | undefined
}

/** An expression and the frame in which its names are to be read. */
export interface Bound {
  readonly expression: ts.Expression
  readonly frame: Frame | undefined
}

/** Follow at most this many names. */
const MOST_HOPS = 12
/** A function called from more places than this is no wrapper of registrations. */
const MOST_SITES = 400
/** Lists are handed on at most this often. */
const MOST_LISTS = 3

export class Frames {
  constructor(
    private readonly resolver: Resolver,
    private readonly graph: () => Graph,
  ) {}

  /** The expression behind names: through bound parameters, destructuring, properties of literals and constants. */
  follow(given: ts.Expression, frame: Frame | undefined): Bound {
    let at: Bound = { expression: skipOuter(given), frame }
    for (let hops = 0; hops < MOST_HOPS; hops++) {
      const next = this.step(at)
      if (!next) break
      at = { expression: skipOuter(next.expression), frame: next.frame }
    }
    return at
  }

  /** Values of a property of the object an expression evaluates to; later ones first, spreads included. */
  property(object: Bound, name: string): Bound[] {
    const followed = this.follow(object.expression, object.frame)
    const { expression, frame } = ts.isObjectLiteralExpression(followed.expression) ? followed : (this.handedBack(followed) ?? followed)
    if (!ts.isObjectLiteralExpression(expression)) return []
    return [...expression.properties].reverse().flatMap((member): Bound[] => {
      if (ts.isSpreadAssignment(member)) return this.property({ expression: member.expression, frame }, name)
      if (!member.name || ts.isComputedPropertyName(member.name)) return []
      if (name !== '*' && member.name.getText().replace(/^['"]|['"]$/g, '') !== name) return []
      if (ts.isPropertyAssignment(member)) return [{ expression: member.initializer, frame }]
      if (ts.isShorthandPropertyAssignment(member)) return [{ expression: member.name, frame }]
      return ts.isMethodDeclaration(member) ? [{ expression: member as unknown as ts.Expression, frame }] : []
    })
  }

  /** The object that a call of a library gives back as it was given: `const route = createRoute({ path: '/orders' })`. */
  private handedBack({ expression, frame }: Bound): Bound | undefined {
    const made = ts.isIdentifier(expression) ? this.resolver.initializerOf(expression) : expression
    const call = made && skipOuter(made)
    if (!call || !ts.isCallExpression(call)) return undefined
    const path = tagIn(this.resolver.libraryOf(this.resolver.symbolOf(skipOuter(call.expression)), call)?.tags ?? [], 'returns')?.value
    const given = path === undefined ? undefined : atPath(call, path)[0]
    return given && this.follow(given, frame)
  }

  /** Constant text of an expression, `:param` for what is not constant; undefined when none of it is. */
  text(given: ts.Expression, frame: Frame | undefined, depth = 0): string | undefined {
    const { expression: value, frame: inner } = this.follow(given, frame)
    if (ts.isStringLiteralLike(value) || ts.isNumericLiteral(value)) return value.text
    if (ts.isRegularExpressionLiteral(value)) return value.text
    if (depth > 4) return undefined
    if (ts.isArrayLiteralExpression(value)) return value.elements[0] && this.text(value.elements[0], inner, depth + 1)
    if (ts.isTemplateExpression(value))
      return value.head.text + value.templateSpans.map((span) => (this.text(span.expression, inner, depth + 1) ?? ':param') + span.literal.text).join('')
    if (ts.isBinaryExpression(value)) {
      const left = this.text(value.left, inner, depth + 1)
      if (value.operatorToken.kind !== ts.SyntaxKind.PlusToken) return left ?? this.text(value.right, inner, depth + 1)
      const right = this.text(value.right, inner, depth + 1)
      return left === undefined && right === undefined ? undefined : (left ?? ':param') + (right ?? ':param')
    }
    if (ts.isPropertyAccessExpression(value)) {
      // A member of an enum.
      const declaration = this.resolver.symbolOf(value)?.valueDeclaration
      if (declaration && ts.isEnumMember(declaration) && declaration.initializer) return this.text(declaration.initializer, undefined, depth + 1)
    }
    return undefined
  }

  /** The unit or loop whose parameter or variable an expression is, where no frame says what it stands for. */
  openOwner(given: ts.Expression, frame: Frame | undefined): Unit | ts.ForOfStatement | undefined {
    const { expression, frame: inner } = this.follow(given, frame)
    let root = expression
    while (ts.isPropertyAccessExpression(root) || ts.isElementAccessExpression(root)) root = skipOuter(root.expression)
    if (!ts.isIdentifier(root)) return undefined
    const declaration = this.rootDeclaration(this.resolver.symbolOf(root)?.valueDeclaration)
    if (!declaration || bindingOf(declaration, inner) || isRestGiven(declaration, inner)) return undefined
    if (ts.isParameter(declaration)) return this.resolver.unitAt(declaration.parent)
    const loop = declaration.parent.parent
    return ts.isVariableDeclaration(declaration) && ts.isForOfStatement(loop) ? loop : undefined
  }

  /** One frame for each place that calls the unit or each element of the list that is walked; empty where none is known. */
  framesFor(owner: Unit | ts.ForOfStatement): Frame[] {
    if (!('node' in owner)) {
      const declaration = ts.isVariableDeclarationList(owner.initializer) ? owner.initializer.declarations[0] : undefined
      if (!declaration) return []
      return this.listsBehind(owner.expression, undefined, 0).flatMap((list) =>
        list.literal.elements.map((element) => ({ unit: undefined, bindings: new Map([[declaration, element]]), site: undefined, outer: list.frame })),
      )
    }
    const callers = this.graph().callersOf(owner).filter(({ call }) => call.unit.file.surface === 'production')
    if (callers.length > MOST_SITES) return []
    return callers.flatMap(({ call, use }): Frame[] => {
      if (use?.mode === 'entry') return []
      if (use?.mode === 'iterates') {
        const first = owner.parameters[0]
        if (!first || !use.collection) return []
        return this.listsBehind(use.collection, undefined, 0).flatMap((list) =>
          list.literal.elements.map((element) => ({ unit: owner, bindings: new Map([[first, element]]), site: call, outer: list.frame })),
        )
      }
      if (use) return []
      const values = argumentsOf(call.node)
      const bindings = new Map<ts.Node, ts.Expression>()
      const rests = new Map<ts.Node, readonly ts.Expression[]>()
      for (const [index, parameter] of owner.parameters.entries()) {
        const value = values[index]
        if (parameter.dotDotDotToken) rests.set(parameter, values.slice(index))
        else if (value && !ts.isSpreadElement(value)) bindings.set(parameter, value)
        else if (parameter.initializer) bindings.set(parameter, parameter.initializer)
      }
      return [{ unit: owner, bindings, rests, site: call, outer: undefined }]
    })
  }

  /** Array literals an expression may be, here or at the callers that give it. */
  private listsBehind(given: ts.Expression, frame: Frame | undefined, depth: number): { literal: ts.ArrayLiteralExpression; frame: Frame | undefined }[] {
    const { expression, frame: inner } = this.follow(given, frame)
    if (ts.isArrayLiteralExpression(expression)) return [{ literal: expression, frame: inner }]
    // `for (const router of createRouters(app))`
    if (ts.isCallExpression(expression) && depth < MOST_LISTS) return this.resolver.functionsOf(skipOuter(expression.expression)).flatMap((unit) => unit.returns.flatMap((returned) => this.listsBehind(returned, undefined, depth + 1)))
    const owner = depth < MOST_LISTS ? this.openOwner(expression, inner) : undefined
    if (!owner || !('node' in owner)) return []
    return this.framesFor(owner).flatMap((one) => this.listsBehind(expression, extend(inner, one), depth + 1))
  }

  private step({ expression, frame }: Bound): Bound | undefined {
    if (ts.isIdentifier(expression)) {
      const declaration = this.resolver.symbolOf(expression)?.valueDeclaration
      return declaration && this.behind(declaration, frame)
    }
    if (ts.isPropertyAccessExpression(expression)) {
      const found = this.property({ expression: expression.expression, frame }, expression.name.text)[0]
      if (found) return found
      // The type of a parameter may come from one of many values.
      let root: ts.Expression = expression
      while (ts.isPropertyAccessExpression(root)) root = skipOuter(root.expression)
      const owner = ts.isIdentifier(root) ? this.rootDeclaration(this.resolver.symbolOf(root)?.valueDeclaration) : undefined
      if (owner && (ts.isParameter(owner) || ts.isForOfStatement(owner.parent.parent))) return undefined
      const declaration = this.resolver.symbolOf(expression)?.valueDeclaration
      return declaration && (ts.isPropertyAssignment(declaration) || ts.isPropertyDeclaration(declaration) || ts.isVariableDeclaration(declaration)) ? this.behind(declaration, frame) : undefined
    }
    return undefined
  }

  private behind(declaration: ts.Node, frame: Frame | undefined): Bound | undefined {
    const bound = bindingOf(declaration, frame)
    if (bound) return bound
    if (ts.isBindingElement(declaration)) {
      const pattern = declaration.parent
      const owner = pattern.parent
      const name = declaration.propertyName ?? declaration.name
      if (ts.isArrayBindingPattern(pattern)) return this.elementOf(owner, pattern.elements.indexOf(declaration), frame)
      if (!ts.isObjectBindingPattern(pattern) || ts.isBindingElement(owner) || !ts.isIdentifier(name)) return undefined
      const object = bindingOf(owner, frame) ?? (ts.isVariableDeclaration(owner) && owner.initializer ? { expression: owner.initializer, frame } : undefined)
      if (!object) return undefined
      const found = this.property(object, name.text)[0]
      if (found) return found
      const isKnown = ts.isObjectLiteralExpression(this.follow(object.expression, object.frame).expression)
      return isKnown && declaration.initializer ? { expression: declaration.initializer, frame } : undefined
    }
    if ((ts.isVariableDeclaration(declaration) || ts.isPropertyAssignment(declaration) || ts.isPropertyDeclaration(declaration)) && declaration.initializer) {
      const value = skipOuter(declaration.initializer)
      // Calls and constructions stand for themselves: the variable is what identifies them.
      if (ts.isCallExpression(value) || ts.isNewExpression(value)) return undefined
      return { expression: value, frame }
    }
    return undefined
  }

  /** `(...[router, tenant]) => ...`, `const [router] = args`: an element of the rest of what is given, or of a list. */
  private elementOf(owner: ts.Node, index: number, frame: Frame | undefined): Bound | undefined {
    if (ts.isParameter(owner)) return owner.dotDotDotToken ? this.restElement(owner, index, frame) : undefined
    const list = ts.isVariableDeclaration(owner) && owner.initializer ? skipOuter(owner.initializer) : undefined
    if (!list) return undefined
    const rest = this.restParameter(list)
    if (rest) return this.restElement(rest, index, frame)
    const element = ts.isArrayLiteralExpression(list) ? list.elements[index] : undefined
    return element && !ts.isSpreadElement(element) ? { expression: element, frame } : undefined
  }

  private restElement(parameter: ts.ParameterDeclaration, index: number, frame: Frame | undefined): Bound | undefined {
    for (let at = frame; at; at = at.outer) {
      const values = at.rests?.get(parameter)
      if (!values) continue
      let left = index
      for (const value of values) {
        if (ts.isSpreadElement(value)) {
          const inner = this.restParameter(value.expression)
          // Handed on as a whole: what it holds, or the name of it, which stands for what callers give.
          return inner && (this.restElement(inner, left, at.outer) ?? { expression: value.expression, frame: at.outer })
        }
        if (left === 0) return { expression: value, frame: at.outer }
        left--
      }
      return undefined
    }
    return undefined
  }

  private restParameter(expression: ts.Expression): ts.ParameterDeclaration | undefined {
    const declaration = ts.isIdentifier(expression) ? this.resolver.symbolOf(expression)?.valueDeclaration : undefined
    return declaration && ts.isParameter(declaration) && declaration.dotDotDotToken ? declaration : undefined
  }

  /** The parameter or variable at the root of destructuring. */
  private rootDeclaration(declaration: ts.Node | undefined): ts.ParameterDeclaration | ts.VariableDeclaration | undefined {
    for (let at = declaration, hops = 0; at && hops < MOST_HOPS; hops++) {
      if (ts.isParameter(at)) return at
      if (ts.isVariableDeclaration(at)) {
        const value = at.initializer && skipOuter(at.initializer)
        if (!value) return at
        let root = value
        while (ts.isPropertyAccessExpression(root)) root = skipOuter(root.expression)
        if (!ts.isIdentifier(root)) return undefined
        at = this.resolver.symbolOf(root)?.valueDeclaration
      } else if (ts.isBindingElement(at)) at = at.parent.parent
      else return undefined
    }
    return undefined
  }
}

/** Appends a frame at the outer end. */
export function extend(frame: Frame | undefined, outermost: Frame): Frame {
  return frame ? { ...frame, outer: extend(frame.outer, outermost) } : outermost
}

function isRestGiven(declaration: ts.Node, frame: Frame | undefined): boolean {
  for (let at = frame; at; at = at.outer) if (at.rests?.has(declaration)) return true
  return false
}

function bindingOf(declaration: ts.Node, frame: Frame | undefined): Bound | undefined {
  for (let at = frame; at; at = at.outer) {
    const expression = at.bindings.get(declaration)
    if (expression) return { expression, frame: at.outer }
  }
  return undefined
}
