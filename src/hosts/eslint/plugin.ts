/**
 * The ESLint plugin, for flat configuration: each rule is one of ESLint, backed by one analysis of the workspace.
 */
import { createRequire } from 'node:module'
import type { ESLint, Linter, Rule } from 'eslint'
import { infoOf, rules as shipped } from '../../engine/registry.js'
import { toolInfo } from '../../engine/package.js'
import type { Finding, Fix, RuleInfo, TextEdit } from '../../findings/finding.js'
import { findingsIn, type Settings } from './analysis.js'

const { name, version } = toolInfo()

/** Source files that are read. */
const FILES = ['**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs}']

function ruleFor({ id, title }: RuleInfo): Rule.RuleModule {
  return {
    meta: {
      type: 'problem',
      docs: { description: title, url: `https://www.npmjs.com/package/backend-lint#${id}`, recommended: true },
      fixable: 'code',
      hasSuggestions: true,
      schema: [],
    },
    create(context) {
      return {
        'Program:exit'() {
          const settings = (context.settings['backend-lint'] ?? {}) as Settings
          for (const finding of findingsIn(context.filename, context.sourceCode.text, context.cwd, settings)) if (finding.rule === id) context.report(descriptor(finding))
        },
      }
    },
  }
}

function descriptor(finding: Finding): Rule.ReportDescriptor {
  const mends = finding.fixes.filter(({ edits }) => edits.length > 0 && edits.every(({ file }) => file === finding.file))
  const fix = mends.find(({ kind }) => kind === 'fix')
  const suggestions = mends.filter(({ kind }) => kind === 'suggestion')
  const way = finding.trace.length > 1 ? ` (${finding.trace.map((step) => `${step.file}:${step.line} ${step.label}`).join(' -> ')})` : ''
  const todo = finding.fixes[0] ? ` ${finding.fixes[0].title}` : ''
  return {
    // ESLint counts columns from 0.
    loc: { start: { line: finding.line, column: finding.column - 1 }, end: { line: finding.endLine, column: finding.endColumn - 1 } },
    message: `${finding.message}${way}. ${finding.why}${todo}`,
    ...(fix && { fix: (fixer) => apply(fix, fixer) }),
    suggest: suggestions.map((suggestion) => ({ desc: suggestion.title, fix: (fixer) => apply(suggestion, fixer) })),
  }
}

function apply({ edits }: Fix, fixer: Rule.RuleFixer): Rule.Fix[] {
  return edits.map(({ start, end, text }: TextEdit) => fixer.replaceTextRange([start, end], text))
}

const infos = shipped.map(infoOf)

const plugin: ESLint.Plugin = {
  meta: { name, version, namespace: name },
  rules: Object.fromEntries(infos.map((info) => [info.id, ruleFor(info)])),
}

/** What parses TypeScript, where it is installed; ESLint itself parses JavaScript. */
function typescriptParser(): Linter.Parser | undefined {
  try {
    return createRequire(import.meta.url)('@typescript-eslint/parser') as Linter.Parser
  } catch {
    return undefined
  }
}

function config(title: string, chosen: readonly RuleInfo[]): Linter.Config {
  const parser = typescriptParser()
  return {
    name: `${name}/${title}`,
    files: [...FILES],
    ...(parser && { languageOptions: { parser } }),
    plugins: { [name]: plugin },
    rules: Object.fromEntries(chosen.map(({ id, severity }) => [`${name}/${id}`, severity === 'critical' || severity === 'high' ? 'error' : 'warn'])),
  }
}

/** `export default [backendLint.configs.recommended]` */
const configs = {
  recommended: config('recommended', infos),
  security: config('security', infos.filter(({ handoff }) => handoff === 'cybersecurity')),
}

export default { ...plugin, configs }
