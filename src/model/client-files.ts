/**
 * Files of clients that live beside a server: what they do waits for nobody's request and ends nobody's process.
 */
import { ts } from 'ts-morph'
import type { TaggedNames } from '../libraries/tagged-names.js'
import { isMarkedForClient } from '../workspace/kinds.js'
import { inPackage } from '../workspace/packages.js'
import type { WorkspaceFile } from '../workspace/types.js'
import type { ImportGraph } from './imports.js'
import type { FileFacts } from './syntax.js'

export interface ClientFiles {
  /**
   * They show something, and nothing they import, however far away, imports a package that reads or serves data.
   */
  readonly browser: ReadonlySet<FileFacts>
  /** Files that run where people look at them, though they may import server code: what they call there is sent for. */
  readonly shown: ReadonlySet<WorkspaceFile>
}

export function clientFiles(imports: ImportGraph, tagged: TaggedNames): ClientFiles {
  const { facts } = imports
  const links = new Links(imports, tagged)
  const browser = new Set(facts.filter((fact) => !links.serving.has(fact) && (isMarkup(fact) || fact.specifiers.some((specifier) => BROWSER.test(specifier)))))
  const running = links.runningOnServer()
  const beside = links.besideTheirKind()
  const shown = facts.filter((fact) => isShown(fact) || isInFrontend(fact, tagged) || isInBrowser(fact, tagged) || beside.has(fact) || (fact.file.package.showsPages && !running.has(fact)))
  return { browser, shown: new Set(shown.map(({ file }) => file)) }
}

/** What runs on a server, by who imports whom. */
class Links {
  /** Files that import a package that reads or serves data, however far away. */
  readonly serving = new Set<FileFacts>()

  constructor(
    private readonly imports: ImportGraph,
    private readonly tagged: TaggedNames,
  ) {
    for (const { fact, specifier } of imports.leadingOut) if (tagged.packages.has(specifier)) this.serving.add(fact)
    // The set grows while it is walked.
    for (const fact of this.serving) for (const importer of imports.importers.get(fact) ?? []) this.serving.add(importer)
  }

  /**
   * What serves, what a framework or the environment says runs on a server, and what those import that shows nothing. Of
   * a page that reads its data on the server only what it imports itself: the rest of it is what it shows.
   */
  runningOnServer(): ReadonlySet<FileFacts> {
    if (!this.imports.facts.some(({ file }) => file.package.showsPages)) return NONE
    const running = new Set(this.imports.facts.filter((fact) => this.serving.has(fact) || isServing(fact, this.tagged)))
    const pages = [...running].filter((fact) => isMarkup(fact) && rendersOnServer(fact))
    // The set grows while it is walked.
    for (const fact of running) if (!isMarkup(fact)) for (const target of this.imports.imported.get(fact) ?? []) if (!isMarkup(target)) running.add(target)
    for (const page of pages) for (const target of this.imports.imported.get(page) ?? []) running.add(target)
    return running
  }

  /**
   * Files of a folder that is sent to browsers which touch nothing of a browser themselves, but import or are imported by
   * files of that folder that do; without those that code outside of the folder runs, which are shared with it.
   */
  besideTheirKind(): ReadonlySet<FileFacts> {
    const { imported, importers } = this.imports
    const sent = this.imports.facts.filter(({ file }) => PUBLIC.test(file.relative))
    const shared = new Set(sent.filter((fact) => importers.get(fact)?.some((importer) => publicFolderOf(importer) !== publicFolderOf(fact)) === true))
    // The sets grow while they are walked.
    for (const fact of shared) for (const target of imported.get(fact) ?? []) if (publicFolderOf(target) !== undefined) shared.add(target)
    const beside = new Set(sent.filter((fact) => isInBrowser(fact, this.tagged)))
    if (beside.size === 0) return NONE
    const running = new Set(this.imports.facts.filter(({ specifiers }) => specifiers.some((specifier) => this.tagged.packages.has(specifier))))
    for (const fact of running) for (const importer of importers.get(fact) ?? []) if (publicFolderOf(importer) === undefined || !this.importsTypesOnly(importer, fact)) running.add(importer)
    for (const fact of beside)
      for (const neighbour of [...(imported.get(fact) ?? []), ...(importers.get(fact) ?? [])])
        if (publicFolderOf(neighbour) === publicFolderOf(fact) && !shared.has(neighbour) && !running.has(neighbour)) beside.add(neighbour)
    return beside
  }

  /** `import type { Order } from '../orders.js'`: nothing of that file runs for it. */
  private importsTypesOnly({ sourceFile, file }: FileFacts, target: FileFacts): boolean {
    return sourceFile.statements.every(
      (statement) => !ts.isImportDeclaration(statement) || statement.importClause?.isTypeOnly === true || this.imports.resolveFile((statement.moduleSpecifier as ts.StringLiteral).text, file.path) !== target.file.path,
    )
  }
}

const NONE: ReadonlySet<FileFacts> = new Set()

function isMarkup({ file }: FileFacts): boolean {
  return /\.[jt]sx$/.test(file.path)
}

/** Packages that only code for a browser, or for a window on somebody's desk, imports. */
const BROWSER = /^(?:react|react-dom|react-native|preact|vue|svelte|solid-js|styled-components|mobx|mobx-react|mobx-react-lite|react-router|react-router-dom|@emotion\/.*|@angular\/.*|@tanstack\/react-query|react-redux|electron)(?:\/|$)/

/** Where frameworks look for handlers, and what only a server has: files, sockets, secrets of its environment. */
const SERVER_PATH = /^api\/|(?:^|\/)(?:pages\/api\/|server\/|(?:route|middleware|proxy|instrumentation|server)\.[cm]?[jt]s$|\+server\.|[\w+.-]+\.server\.[cm]?[jt]sx?$)/
const SERVER_MODULE = /^(?:node:.*|fs|fs\/promises|http|https|net|child_process|worker_threads|cluster|server-only|next\/(?:server|headers|cache))$/
const SECRET_SETTING = /\bprocess\.env\.(?!NODE_ENV\b|(?:NEXT_PUBLIC|REACT_APP|VITE|NUXT_PUBLIC|PUBLIC|EXPO_PUBLIC)_)\w*(?:SECRET|PASSWORD|PRIVATE|DATABASE|DB_|KEY|TOKEN|DSN|REDIS|SMTP|MONGO|POSTGRES)|['"]use server['"]/

function isServing(fact: FileFacts, { packages }: TaggedNames): boolean {
  const { file, sourceFile, specifiers } = fact
  if (!file.package.showsPages || SERVER_PATH.test(inPackage(file)) || specifiers.some((specifier) => SERVER_MODULE.test(specifier) || packages.has(specifier))) return true
  return isMarkup(fact) ? rendersOnServer(fact) : SECRET_SETTING.test(sourceFile.text)
}

/** A page whose data is read before it is sent. */
function rendersOnServer({ sourceFile: { text } }: FileFacts): boolean {
  return /\bget(?:ServerSide|Static)Props\b|\bexport\s+default\s+async\s+function\b|['"]use server['"]|\bexport\s+(?:async\s+)?(?:function|const)\s+(?:loader|action)\b/.test(text)
}

/** In a folder of browser code, and importing nothing of a server. */
function isInFrontend({ file, specifiers }: FileFacts, { packages }: TaggedNames): boolean {
  return /(?:^|\/)(?:frontend|browser|webapp)\//.test(file.relative) && !specifiers.some((specifier) => packages.has(specifier))
}

/** Types of a page's elements and events, what only a window has, and what extensions of a browser talk to. */
const BROWSER_TYPES = /[:<|]\s*(?:HTML\w*Element|(?:Mouse|Keyboard|Pointer|Drag|Touch|Clipboard)Event|CanvasRenderingContext2D|IDB[A-Z]\w*)\b|(?<![.\w])(?:chrome|browser)\.(?:runtime|storage|tabs|alarms|contextMenus|action|webRequest)\b/
const WINDOW =
  /(?<![.\w$])(?:document\.(?:querySelector|querySelectorAll|getElementById|createElement|addEventListener|dispatchEvent|cookie|referrer|visibilityState|documentElement)|window\.(?:location|addEventListener|localStorage|sessionStorage|navigator|open)|(?:local|session)Storage\.(?:get|set|remove)Item|navigator\.(?:serviceWorker|userAgent|clipboard|geolocation|sendBeacon)|location\.reload|indexedDB\.(?:open|deleteDatabase)|angular\.(?:module|element))\b/
/** What reads files that somebody picks; code that runs here and there reads them in other ways, too. */
const READER = /\bnew FileReader\(/
/** Code that writes a page, or drives a browser, holds such words too. */
const ABOUT_PAGES = /<script|<html|\b(?:puppeteer|playwright|jsdom|happy-dom|linkedom|selenium-webdriver)\b/i

/** What is sent to browsers as it is. */
const PUBLIC = /(?:^|\/)public\//
/** Modules that a page loads by their names, and the elements of a page as a global function finds them. */
const MODULE_OF_PAGE = /^[ \t]*define\((?:\s*['"][\w./-]+['"]\s*,)?\s*\[/m
const ELEMENTS = /(?<![.\w$])(?:\$|jQuery)\(/
const OWN_ELEMENTS = /\b(?:const|let|var|import|as)\s+(?:\$|jQuery)(?![\w$])/

/** The folder that is sent to browsers, of a file in it. */
function publicFolderOf({ file }: FileFacts): string | undefined {
  const at = PUBLIC.exec(file.relative)
  return at ? file.relative.slice(0, at.index + at[0].length) : undefined
}

/** Works on the elements of a page, or in an extension of a browser, and imports nothing of a server. */
function isInBrowser({ file, sourceFile: { text }, specifiers }: FileFacts, { packages }: TaggedNames): boolean {
  if (specifiers.some((specifier) => packages.has(specifier))) return false
  const isSent = PUBLIC.test(file.relative)
  if (BROWSER_TYPES.test(text) || (WINDOW.test(text) && (isSent || !ABOUT_PAGES.test(text)))) return true
  if (specifiers.some((specifier) => SERVER_MODULE.test(specifier))) return false
  return READER.test(text) || (isSent && (MODULE_OF_PAGE.test(text) || (ELEMENTS.test(text) && !OWN_ELEMENTS.test(text))))
}

const HOOK = /\buse(?:State|Effect|Callback|Ref|Memo|Reducer|Context|Query|Mutation|Selector|Dispatch)\b/

/** Marked for the browser, or made of hooks that only run there. */
function isShown({ file, sourceFile, specifiers }: FileFacts): boolean {
  if (isMarkedForClient(sourceFile.text)) return true
  if (!specifiers.some((specifier) => BROWSER.test(specifier)) || /'use server'|"use server"|\bget(?:ServerSide|Static)Props\b/.test(sourceFile.text)) return false
  return /\.[jt]sx$/.test(file.path) || HOOK.test(sourceFile.text)
}
