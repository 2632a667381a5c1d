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
    if (!body || body.isChecked || body.declaration === 'unknown') return []
    const named = parameter.type && ts.isTypeReferenceNode(parameter.type) ? parameter.type : undefined
    return [
      {
        unit: entry.handler,
        entry,
        parameter,
        type: parameter.type?.getText().replace(/\s+/g, ' ').slice(0, 60) ?? 'any',
        symbol: named && body.symbol,
        declaration: body.declaration,
        fields: body.fields,
      },
    ]
  })
}
