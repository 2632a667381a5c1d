import { ts } from 'ts-morph'
import type { Fix } from '../../src/findings/finding.js'
import type { TransportUse } from '../../src/model/architecture-types.js'
import type { Unit } from '../../src/model/types.js'

/** The unit as it would take values, in its own names. */
export function recipeFor(unit: Unit, uses: readonly TransportUse[]): Fix {
  const handed = uses.flatMap(({ kind, node }) => ((kind === 'request' || kind === 'response') && ts.isParameter(node) && ts.isIdentifier(node.name) ? [{ kind, name: node.name.text, node }] : []))
  const request = handed.find(({ kind }) => kind === 'request')
  const values = request ? valuesOf(request.name, unit) : []
  const kept = unit.parameters.filter((parameter) => !handed.some(({ node }) => node === parameter)).map((parameter) => parameter.getText())
  const names = values.map(({ name }) => name)
  const given = [...kept, ...(names.length > 1 ? [`{ ${names.join(', ')} }`] : names)]
  const name = unit.name.slice(unit.name.lastIndexOf('.') + 1)
  const passed = [...unit.parameters.flatMap((parameter) => (kept.includes(parameter.getText()) ? [parameter.name.getText()] : [])), ...(values.length > 1 ? [`{ ${values.map((value) => (value.text === value.name ? value.name : `${value.name}: ${value.text}`)).join(', ')} }`] : values.map(({ text }) => text))]
  const answer = uses.find(({ kind }) => kind === 'answer')
  return {
    kind: 'recipe',
    title: `Give ${name} the values it needs, and answer in the handler.`,
    edits: [],
    code: [
      `// the service`,
      `${unit.isAsync ? 'async ' : ''}${name}(${given.join(', ')}) { /* return the result, throw errors of the domain */ }`,
      `// the handler`,
      `const result = ${unit.isAsync ? 'await ' : ''}${unit.classNode ? 'service.' : ''}${name}(${passed.join(', ')})`,
      ...(answer ? [`${answer.text.replace(/\(.*$/s, '(...)')} // and the rest of the answer`] : []),
    ].join('\n'),
  }
}

/** Values that the unit takes from the request: `req.body.items`, `req.user.id`; at most a few. */
function valuesOf(request: string, unit: Unit): { name: string; text: string }[] {
  const texts = [...unit.node.getText().matchAll(new RegExp(String.raw`(?<![\w$.])${request.replace(/\$/g, '\\$')}((?:\??\.\w+)+)(\()?`, 'g'))]
    .map(([, path = '', call]) => (call === undefined ? path : path.replace(/\??\.\w+$/, '')))
    .filter((path) => path !== '')
  const unique = [...new Set(texts.map((path) => path.split('.').slice(0, 3).join('.')))].slice(0, 4)
  return unique.map((path) => ({ name: path.split('.').at(-1) ?? 'value', text: `${request}${path}` }))
}
