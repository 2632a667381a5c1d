/**
 * What a file is for, as far as it tells a secret from a stand-in.
 */
import type { WorkspaceFile } from '../../src/workspace/types.js'
import { isExample } from './fixes.js'

/**
 * - production: it ships, or configures what ships
 * - development: local containers, builds, seeds, scripts; values a person made up there are common practice
 * - pipeline: starts the services it runs tests against, and sets them up
 * - test, example: values there are invented
 */
export type Setting = 'production' | 'development' | 'pipeline' | 'test' | 'example'

export function settingOf(file: WorkspaceFile): Setting {
  const path = file.relative.toLowerCase()
  const name = path.slice(path.lastIndexOf('/') + 1)
  if (/(?:^|[._-])(?:example|sample|template|tmpl|tpl|dist|skeleton)(?:$|[._-])/.test(name) && file.kind !== 'source') return 'example'
  if (isPipeline(path) && /\blocalhost\b|\b127\.0\.0\.1\b/.test(file.text())) return 'pipeline'
  if (file.kind === 'env') {
    if (isExample(name)) return 'example'
    if (/[._-](?:tests?|e2e|testing|spec)(?:$|[._-])/.test(name)) return 'test'
    if (/(?:^|[._-])(?:dev|develop|development|docker|ci|debug)(?:$|[._-])/.test(name)) return 'development'
  } else if (file.kind !== 'source' && /(?:^|[._-])(?:tests?|e2e|testing|spec|mock)(?:$|[._-])/.test(name)) return 'test'
  // `test: { env: { ENCRYPTION_KEY: '...' } }`
  if (/^vite[\w.-]*\.config\.[cm]?[jt]s$/.test(name) && file.text().includes('vitest')) return 'test'
  switch (file.surface) {
    case 'test':
    case 'fixture':
    case 'story':
    case 'generated':
      return 'test'
    case 'example':
      return 'example'
    case 'seed':
    case 'script':
      return 'development'
    case 'production':
    case 'migration':
      return isForDevelopment(path, name) ? 'development' : 'production'
  }
}

function isPipeline(path: string): boolean {
  return /^(?:\.github|\.circleci|\.gitlab|\.buildkite|ci)\/|^\.(?:gitlab-ci|travis|drone)\.yml$|^(?:bitbucket|azure)-pipelines\.ya?ml$|^jenkinsfile$/.test(path)
}

function isForDevelopment(path: string, name: string): boolean {
  if (/^(?:docker-)?compose(?:[.-].*)?\.ya?ml$/.test(name)) return !/prod|staging|live/.test(name)
  return /(?:^|\/)(?:\.devcontainer|\.gitpod|dev|local-dev|localdev)\//.test(path) || /^\.(?:gitlab-ci|travis|drone|gitpod)\.yml$|^(?:bitbucket|azure)-pipelines\.ya?ml$|^jenkinsfile$|(?:^|[._-])(?:dev|development|local)\.(?:json|ya?ml|toml|[cm]?[jt]s)$/.test(name)
}

/** Files of words for people, and those in which names like "password" tell of forms. */
export function holdsNoConfiguration(file: WorkspaceFile): boolean {
  const path = file.relative.toLowerCase()
  const name = path.slice(path.lastIndexOf('/') + 1)
  if (file.kind === 'json') {
    if (/^(?:package|package-lock|npm-shrinkwrap|tsconfig.*|composer|project|lerna|turbo|angular|jsconfig.*|swagger.*|openapi.*|.*\.postman_collection|.*schema|.*\.snap|renovate|biome|components|manifest|coverage-(?:final|summary))\.jsonc?$/.test(name)) return true
    if (/(?:^|\/)(?:\.changeset|schemas?|openapi|swagger|snapshots?|metadata|public)\//.test(path)) return true
  }
  if (file.kind === 'yaml' && /(?:^|[./_-])(?:openapi|swagger|asyncapi)(?:$|[./_-])|(?:^|\/)pnpm-lock\.yaml$/.test(path)) return true
  return /(?:^|\/)(?:i18n|locales?|lang|langs|languages?|translations?|messages|l10n|intl|nls)(?:\/|\.)|(?:^|[./_-])(?:translation|messages|i18n|locale)s?[._-]?[a-z-]*\.(?:json|ya?ml|[cm]?[jt]sx?)$|(?:^|\/)[a-z]{2}(?:[-_][a-z]{2,4})?\.(?:json|ya?ml)$/.test(path)
}
