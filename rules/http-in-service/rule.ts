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
      const layer = model.architecture.layerOfComponent(component)
      if (!layer || (layer.name !== 'service' && layer.name !== 'repository')) continue
      const errors: TransportUse[] = []
      for (const unit of component.units) {
        // What a framework calls takes what the framework gives.
        const own = model.architecture.layerOf(unit)
        if (own?.name === 'handler' || own?.name === 'guard' || own?.name === 'job' || isHandlerByPlace(unit)) continue
        const uses = model.architecture.transportIn(unit)
        errors.push(...uses.filter(({ kind }) => kind === 'error'))
        const first = uses.find(({ kind }) => kind !== 'error')
        if (first) {
          const trace = callTrace(unit, model)
          const answers = uses.filter(({ kind }) => kind === 'answer')
          report({
            at: placeOf(uses.filter(({ kind }) => kind === 'request' || kind === 'response'), first),
            message: `${unit.name} ${whatItDoes(uses, answers)}, in ${describe(component, layer)}`,
            why: 'What the application does is tied to one way of asking for it: a job, a queue consumer, a command or a test has no request to give, and two layers decide how a request is answered. Take values, return a result, and let the handler answer.',
            trace,
            fixes: [recipeFor(unit, uses)],
            confidence: confidenceOf(unit, component, layer, uses, trace.length > 0),
          })
        }
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

/** `{ path: '/orders', handler: async (req) => ... }`: a function of a description, called what it is. */
function isHandlerByPlace({ node }: Unit): boolean {
  return (ts.isPropertyAssignment(node.parent) || (ts.isMethodDeclaration(node) && ts.isObjectLiteralExpression(node.parent))) && /handler$/i.test((ts.isPropertyAssignment(node.parent) ? node.parent.name : (node as ts.MethodDeclaration).name).getText())
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
