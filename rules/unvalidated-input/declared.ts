/**
 * Bodies that handlers take as decorated parameters, by what their declaration makes sure of.
 */
import { ts } from 'ts-morph'
import type { Call, EntryPoint, Model, Unit } from '../../src/model/types.js'

export interface DeclaredBody {
  readonly unit: Unit
  readonly entry: EntryPoint
  readonly parameter: ts.ParameterDeclaration
  /** As written; `any` where nothing is. */
  readonly type: string
  /** The declaration of a named type. */
  readonly symbol: ts.Symbol | undefined
  readonly declaration: 'validators' | 'bare'
  /** A pipe takes all properties away, because the class has no validators. */
  readonly isEmptied: boolean
  /** Names of its properties, where they can be seen. */
  readonly fields: readonly string[]
}

/**
 * @returns `unguarded`: applications without a pipe, with the bodies nobody checks; `bare`: bodies whose declared type
 *   has no validators, in applications that have a pipe or are put together elsewhere
 */
export function declaredBodies(model: Model): { readonly unguarded: readonly { bootstrap: Call; bodies: readonly DeclaredBody[] }[]; readonly bare: readonly DeclaredBody[] } {
  const { bootstraps, hasPipes } = model.validation
  const bodies = model.entryPoints.flatMap((entry) => bodiesOf(entry, model))
  const [first] = bootstraps
  if (!first || hasPipes) return { unguarded: [], bare: bodies.filter(({ declaration }) => declaration === 'bare') }
  const unguarded = bootstraps.flatMap((bootstrap) => {
    const own = bodies.filter(({ unit }) => bootstraps.length === 1 || unit.file.package === bootstrap.unit.file.package)
    const sorted = [...own].sort((left, right) => Number(left.declaration === 'bare') - Number(right.declaration === 'bare'))
    return sorted.length > 0 ? [{ bootstrap, bodies: sorted }] : []
  })
  return { unguarded, bare: [] }
}

function bodiesOf(entry: EntryPoint, model: Model): DeclaredBody[] {
  // Providers of webhooks sign what they send, and its shape is theirs.
  if (entry.kind !== 'route' || entry.handler.file.surface !== 'production' || /webhook|callback/i.test(`${entry.path} ${entry.handler.name}`)) return []
  return entry.handler.parameters.flatMap((parameter) => {
    const body = model.validation.bodyParameter(parameter)
    if (!body || body.isChecked || body.declaration === 'unknown' || isUnused(parameter) || isTestedByHand(parameter)) return []
    const named = parameter.type && ts.isTypeReferenceNode(parameter.type) ? parameter.type : undefined
    return [
      {
        unit: entry.handler,
        entry,
        parameter,
        type: parameter.type?.getText().replace(/\s+/g, ' ').slice(0, 60) ?? 'any',
        symbol: named && body.symbol,
        declaration: body.declaration,
        isEmptied: body.isEmptied,
        fields: body.fields,
      },
    ]
  })
}

/** A handler that is not written yet. */
function isUnused(parameter: ts.ParameterDeclaration): boolean {
  const body = 'body' in parameter.parent ? parameter.parent.body : undefined
  return body !== undefined && ts.isIdentifier(parameter.name) && !new RegExp(String.raw`(?<![\w$.])${parameter.name.text.replace(/\$/g, String.raw`\$`)}(?![\w$])|\barguments\b|\.\.\.${parameter.name.text.replace(/\$/g, String.raw`\$`)}\b`).test(body.getText())
}

/** Only some fields of it are used, and each is tested or made text. */
function isTestedByHand(parameter: ts.ParameterDeclaration): boolean {
  const body = 'body' in parameter.parent ? parameter.parent.body : undefined
  if (!body) return false
  const fields = ts.isIdentifier(parameter.name) ? fieldsReadOf(parameter.name.text, body) : undefined
  if (!fields || fields.size === 0) return false
  const text = body.getText()
  return [...fields].every((field) => {
    const value = field.replace(/[.$]/g, String.raw`\$&`)
    return new RegExp(String.raw`typeof\s+${value}\s*[!=]==|(?:isArray|isInteger|isSafeInteger|isFinite|isNaN|test|is[A-Z]\w+|includes)\(\s*${value}\s*\)|\$\{\s*${value}\s*\}|\b(?:Number|String|Boolean|parseInt|parseFloat)\(\s*${value}\b`).test(text)
  })
}

/** `body.name`, as written; undefined where the whole of it is used. */
function fieldsReadOf(name: string, within: ts.Node): ReadonlySet<string> | undefined {
  const fields = new Set<string>()
  let isWhole = false
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node.text === name && !(ts.isPropertyAccessExpression(node.parent) && node.parent.name === node) && !ts.isPropertyAssignment(node.parent)) {
      if (ts.isPropertyAccessExpression(node.parent)) fields.add(node.parent.getText().replace('?.', '.'))
      else isWhole = true
    }
    if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.initializer) && node.initializer.text === name) isWhole = true
    ts.forEachChild(node, visit)
  }
  visit(within)
  return isWhole ? undefined : fields
}
