/**
 * What a component is given to work with: what its container or caller injects, or the modules it imports and the
 * libraries it works with.
 */
import { ts } from 'ts-morph'
import type { Workspace } from '../../workspace/types.js'
import type { Component } from '../architecture-types.js'
import type { FileFacts } from '../syntax.js'
import type { Operation } from '../types.js'

const PLAIN_TYPE = /^(?:string|number|boolean|bigint|Date|any|unknown|object|Record<.*|\w+\[\])$/

/**
 * Names of what a component depends on.
 *
 * @param factsAt facts of a project file, by absolute path
 * @param operations what the component does itself
 */
export function readDependencies(component: Component, workspace: Workspace, factsAt: (path: string) => FileFacts | undefined, operations: readonly Operation[]): readonly string[] {
  const injected = ts.isSourceFile(component.node) ? [] : injectedInto(component.node)
  // A class that is given nothing fetches its collaborators itself.
  return injected.length > 0 ? injected : [...new Set([...importedBy(component, workspace, factsAt), ...operations.map((operation) => operation.package)])]
}

/** Parameters of the constructor, destructured ones by name, and decorated properties. */
function injectedInto(node: ts.ClassLikeDeclaration): string[] {
  const names = new Set<string>()
  for (const member of node.members) {
    if (ts.isConstructorDeclaration(member)) {
      for (const { name, type } of member.parameters) {
        if (ts.isIdentifier(name)) {
          if (!type || !PLAIN_TYPE.test(type.getText())) names.add(name.text)
        } else for (const element of name.elements) if (ts.isBindingElement(element)) names.add(element.name.getText())
      }
    } else if (ts.isPropertyDeclaration(member)) {
      const isInjected = (ts.getDecorators(member) ?? []).some((decorator) => /^@?inject/i.test(decorator.expression.getText()))
      const fetches = member.initializer && ts.isCallExpression(member.initializer) && /^(?:inject|Container\.get|container\.resolve)$/.test(member.initializer.expression.getText())
      if (isInjected || fetches) names.add(member.name.getText())
    }
  }
  return [...names]
}

/** Imported modules of the project that hold functions: types, constants and errors are no collaborators. */
function importedBy(component: Component, workspace: Workspace, factsAt: (path: string) => FileFacts | undefined): string[] {
  const facts = factsAt(component.file.path)
  if (!facts) return []
  const names = new Set<string>()
  for (const statement of facts.sourceFile.statements) {
    const specifier = importedFrom(statement)
    if (specifier === undefined) continue
    const target = workspace.resolve(specifier, component.file.path)
    const imported = target && 'file' in target ? factsAt(target.file) : undefined
    if (!imported || /(?:^|\/)(?:types?|constants?|errors?|utils?|helpers?|config)(?:\/|\.|$)/i.test(imported.file.relative.replace(/^.*\/(?=[^/]*\/[^/]*$)/, ''))) continue
    if (imported.units.some((unit) => unit.kind !== 'module')) names.add(imported.file.relative.slice(imported.file.relative.lastIndexOf('/') + 1).replace(/\.[cm]?[jt]sx?$/, ''))
  }
  return [...names]
}

function importedFrom(statement: ts.Statement): string | undefined {
  if (ts.isImportDeclaration(statement))
    return statement.importClause?.phaseModifier !== ts.SyntaxKind.TypeKeyword && ts.isStringLiteral(statement.moduleSpecifier) ? statement.moduleSpecifier.text : undefined
  if (!ts.isVariableStatement(statement)) return undefined
  const call = statement.declarationList.declarations[0]?.initializer
  const [first] = call && ts.isCallExpression(call) && call.expression.getText() === 'require' ? call.arguments : []
  return first && ts.isStringLiteralLike(first) ? first.text : undefined
}
