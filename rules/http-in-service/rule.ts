import { ts } from 'ts-morph'
import { defineRule } from '../../src/engine/rule.js'
import type { Confidence } from '../../src/findings/finding.js'
import type { Component, Layer, TransportUse } from '../../src/model/architecture-types.js'
import type { Model, Unit } from '../../src/model/types.js'
import { recipeFor } from './recipe.js'

export default defineRule({
  id: 'http-in-service',
  severity: 'medium',
  title: 'A service takes the request, or answers it itself.',
  category: 'anti-pattern',
  topic: 'architecture',
  check({ model, report }) {
    for (const component of model.architecture.components) {
      const touching = component.units.filter((unit) => model.architecture.transportIn(unit).length > 0)
      const layer = touching.length > 0 ? model.architecture.layerOfComponent(component) : undefined
      if (!layer || (layer.name !== 'service' && layer.name !== 'repository')) continue
      const errors: TransportUse[] = []
      const tied: Tied[] = []
      for (const unit of touching) {
        // What a framework calls takes what the framework gives.
        const own = model.architecture.layerOf(unit)
        if (own?.name === 'handler' || own?.name === 'guard' || own?.name === 'job' || isHandlerByPlace(unit) || isOfLibrary(unit)) continue
        const uses = model.architecture.transportIn(unit)
        errors.push(...uses.filter(({ kind }) => kind === 'error'))
        const first = uses.find(({ kind }) => kind !== 'error')
        if (!first) continue
        const trace = callTrace(unit, model)
        tied.push({ unit, uses, first, trace, confidence: confidenceOf(unit, component, layer, uses, trace.length > 0) })
      }
      for (const { one, others } of together(tied)) {
        const { unit, uses, first, trace, confidence } = one
        report({
          at: placeOf(uses.filter(({ kind }) => kind === 'request' || kind === 'response'), first),
          message: `${unit.name} ${whatItDoes(uses, uses.filter(({ kind }) => kind === 'answer'))}, in ${describe(component, layer)}${others.length > 0 ? `, and ${others.length} more functions there do so (${namesOf(others)})` : ''}`,
          why: 'What the application does is tied to one way of asking for it: a job, a queue consumer, a command or a test has no request to give, and two layers decide how a request is answered. Take values, return a result, and let the handler answer.',
          trace: [...trace, ...others.slice(0, MOST_NAMED).map((other) => ({ file: other.first.unit.file, node: other.first.node, label: other.unit.name }))],
          fixes: [recipeFor(unit, uses)],
          confidence,
        })
      }
      const [first, ...others] = errors
      if (first)
        report({
          at: { file: component.file, node: first.node },
          message: `${component.name} decides statuses of HTTP: ${first.unit.name} throws ${first.text}${others.length > 0 ? `, and ${others.length} more like it` : ''}`,
          why: 'Whoever calls the service from a job, a command or another transport gets an error that speaks of HTTP. Throw an error of the domain and map it to a status in one place, such as an exception filter or an error handler.',
          fixes: [
            {
              kind: 'recipe',
              title: 'Throw errors of the domain, and map them where requests are answered.',
              edits: [],
              code: [`class ${domainError(first.text)} extends Error {}`, `// in ${first.unit.name}: throw new ${domainError(first.text)}(...)`, `// in the error handler: if (error instanceof ${domainError(first.text)}) answer with the status of ${first.text}`].join('\n'),
            },
          ],
          confidence: 'low',
        })
    }
  },
})

/** A function that takes the request or answers it. */
interface Tied {
  readonly unit: Unit
  readonly uses: readonly TransportUse[]
  readonly first: TransportUse
  readonly trace: ReturnType<typeof callTrace>
  readonly confidence: Confidence
}

/** More functions of one service than this are one decision about the service. */
const MOST_APART = 3
/** Functions that a finding names beside its own. */
const MOST_NAMED = 5

/** One finding a function, or one for all that are as sure, where a service is written so throughout. */
function together(tied: readonly Tied[]): { readonly one: Tied; readonly others: readonly Tied[] }[] {
  const isLow = ({ confidence }: Tied) => confidence === 'low'
  return [tied.filter((one) => !isLow(one)), tied.filter(isLow)].flatMap((some) => {
    const [one, ...others] = some
    return one && others.length >= MOST_APART ? [{ one, others }] : some.map((each) => ({ one: each, others: [] }))
  })
}

function namesOf(tied: readonly Tied[]): string {
  const names = tied.slice(0, MOST_NAMED).map(({ unit }) => unit.name.split('.').at(-1) ?? unit.name)
  return [...names, ...(tied.length > MOST_NAMED ? ['...'] : [])].join(', ')
}

/** `{ path: '/orders', handler: async (req) => ... }`, `{ type: Order, resolve: async (parent, args, req) => ... }`: a function of a description, called what it is. */
function isHandlerByPlace({ node }: Unit): boolean {
  return (ts.isPropertyAssignment(node.parent) || (ts.isMethodDeclaration(node) && ts.isObjectLiteralExpression(node.parent))) && /handler$|^(?:resolve|subscribe)$/i.test((ts.isPropertyAssignment(node.parent) ? node.parent.name : (node as ts.MethodDeclaration).name).getText())
}

/** `class Provider implements OAuthServerProvider`, `const provider: OAuthServerProvider = { ... }`: what a package asks for says what its methods are given. */
function isOfLibrary({ classNode, node, file }: Unit): boolean {
  const declared = !ts.isSourceFile(node) && node.parent && ts.isObjectLiteralExpression(node.parent) && ts.isVariableDeclaration(node.parent.parent) ? node.parent.parent.type : undefined
  const names = declared && ts.isTypeReferenceNode(declared) ? [declared.typeName.getText()] : (classNode?.heritageClauses ?? []).flatMap((clause) => (clause.token === ts.SyntaxKind.ImplementsKeyword ? clause.types.map(({ expression }) => expression.getText()) : []))
  if (names.length === 0) return false
  return node.getSourceFile().statements.some((statement) => {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) return false
    const bindings = statement.importClause?.namedBindings
    if (!bindings || !ts.isNamedImports(bindings) || !bindings.elements.some(({ name }) => names.includes(name.text))) return false
    const [scope = '', name = ''] = statement.moduleSpecifier.text.split('/')
    // The containers' own interfaces say nothing of a request: `implements OnModuleInit`.
    return file.package.dependencies.has(scope.startsWith('@') ? `${scope}/${name}` : scope) && scope !== '@nestjs'
  })
}

/** The parameters that carry the request, from the first to the last. */
function placeOf(handed: readonly TransportUse[], first: TransportUse) {
  const [start] = handed
  const last = handed.at(-1)
  if (!start || !last) return { file: first.unit.file, node: first.node }
  return { file: first.unit.file, node: start.node, ...(last !== start && { until: last.node }) }
}

function whatItDoes(uses: readonly TransportUse[], answers: readonly TransportUse[]): string {
  const handed = uses.filter(({ kind }) => kind === 'request' || kind === 'response').map(({ text }) => `"${text}"`)
  const answer = answers[0] && `answers by itself (${answers[0].text})`
  if (handed.length === 0) return answer ?? 'touches the request'
  const takes = `takes ${handed.join(' and ')}`
  return answer === undefined ? takes : `${takes} and ${answer}`
}

function describe({ name }: Component, { name: layer, how }: Layer): string {
  return layer === 'repository' ? `a repository (${how.replace(/^it /, `${name} `)})` : `a service (${how.replace(/^it /, `${name} `)})`
}

/** Words for work that is about the request itself: who asks, from where, with which cookie. */
const ABOUT_REQUESTS =
  /^(?:auth\w*|sessions?|cookies?|tokens?|jwt|csrf|captcha|oauth\d?|oidc|saml|sso|login|logout|requests?|http|headers?|proxy|uploads?|uploader|streams?|sse|sockets?|webhooks?|signatures?|locale|ip|redirects?|render(?:er)?|cors|context|audits?|logs?|logger|logging)$/

function wordsOf(name: string): string[] {
  return [...name.matchAll(/[A-Z]+(?![a-z])|[A-Z]?[a-z\d]+/g)].map(([word]) => word.toLowerCase())
}

function confidenceOf(unit: Unit, component: Component, layer: Layer, uses: readonly TransportUse[], isHandedOn: boolean): Confidence {
  const decides = uses.some(({ kind, text }) => kind === 'answer' && DECIDES.test(text))
  // A name alone says little, unless a handler gives the request away and does not answer itself.
  if (layer.confidence === 'low' && !(decides && isHandedOn)) return 'low'
  // What only its queries make a repository, and is given the request with its response, is the rest of a handler.
  if (layer.name === 'repository' && !layer.how.includes('its name') && takesBoth(uses)) return 'low'
  // It checks who asks, or hands the whole request on to another server.
  if (GUARDS.test(unit.name.split('.').at(-1) ?? '') || wordsOf(component.name).some((word) => word === 'proxy')) return 'low'
  if (!decides && wordsOf(`${component.name} ${unit.name.split('.').at(-1) ?? ''}`).some((word) => ABOUT_REQUESTS.test(word))) return 'low'
  // What is only carried along, for who asks and in which transaction, is a convention of many projects; who touches it
  // is reported too.
  if (!uses.some(({ kind }) => kind === 'answer') && !readsInput(unit, uses)) return 'low'
  return layer.confidence === 'high' && uses.every(({ confidence }) => confidence === 'high') ? 'high' : 'medium'
}

/** The status or the body, not a cookie or a header. */
const DECIDES = /\.(?:status|json|send|sendStatus|end|redirect|render|code)\(|\.(?:status|body|statusCode)\s*=/

const GUARDS = /^(?:handle|verify|check|require|ensure|assert)\w*Auth(?:entication|orization)?$/

function takesBoth(uses: readonly TransportUse[]): boolean {
  return uses.some(({ kind }) => kind === 'request') && uses.some(({ kind }) => kind === 'response')
}

/** It takes what was sent out of the request itself. */
function readsInput(unit: Unit, uses: readonly TransportUse[]): boolean {
  const names = uses.flatMap(({ node }) => (ts.isParameter(node) && ts.isIdentifier(node.name) ? [node.name.text] : []))
  return names.some((name) => new RegExp(String.raw`(?<![\w$.])${name.replace(/\$/g, '\\$')}\??\.(?:req\??\.|request\??\.)?(?:body|params|query|headers|cookies|payload|json|param|header|get)\b`).test(unit.node.getText()))
}

/** A handler that hands its request on. */
function callTrace(unit: Unit, model: Model) {
  const caller = model.callersOf(unit).find(({ call }) => model.architecture.layerOf(call.unit)?.name === 'handler')
  return caller ? [{ file: caller.call.unit.file, node: caller.call.node, label: `${caller.call.unit.name} hands it on` }] : []
}

function domainError(name: string): string {
  return name.replace(/Exception$/, 'Error').replace(/^TRPCError$/, 'NotAllowedError')
}
