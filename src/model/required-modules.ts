/**
 * TypeScript that loads modules the way JavaScript does: `const express = require('express')`.
 *
 * The compiler follows such a call in JavaScript alone, and takes what it gives for `any` in TypeScript. People write it
 * all the same, and then nothing would be known of the whole file. So the declarations concerned are marked as
 * JavaScript before they are bound.
 */
import { ts } from 'ts-morph'

const LOADS = /\brequire\s*\(|\bmodule\.exports\b/

/** Marks what a parsed file of TypeScript requires, before a program binds it. */
export function markRequired(file: ts.SourceFile): void {
  if (file.isDeclarationFile || !LOADS.test(file.text)) return
  if (!ts.isExternalModule(file)) {
    // Neither import nor export: all of it is CommonJS.
    const loads = file.statements.some((statement) => isRequired(statement) || isExported(statement))
    if (loads) markAll(file)
    return
  }
  for (const statement of file.statements)
    if (isRequired(statement)) {
      mark(file)
      markAll(statement)
    }
}

/** `const { Pool } = require('pg')` */
function isRequired(statement: ts.Statement): boolean {
  return (
    ts.isVariableStatement(statement) &&
    statement.declarationList.declarations.some(({ initializer }) => {
      let value: ts.Expression | undefined = initializer
      while (value && ts.isPropertyAccessExpression(value)) value = value.expression
      return value !== undefined && ts.isCallExpression(value) && ts.isIdentifier(value.expression) && value.expression.text === 'require'
    })
  )
}

/** `module.exports = ...`, `module.exports.find = ...` */
function isExported(statement: ts.Statement): boolean {
  if (!ts.isExpressionStatement(statement) || !ts.isBinaryExpression(statement.expression)) return false
  let target: ts.Expression = statement.expression.left
  while (ts.isPropertyAccessExpression(target)) {
    if (ts.isIdentifier(target.expression) && target.expression.text === 'module' && target.name.text === 'exports') return true
    target = target.expression
  }
  return false
}

function markAll(node: ts.Node): void {
  mark(node)
  ts.forEachChild(node, markAll)
}

function mark(node: ts.Node): void {
  // Read-only for who uses a tree; the parser sets it in the same way.
  const flags = node as { flags: ts.NodeFlags }
  flags.flags |= ts.NodeFlags.JavaScriptFile
}
