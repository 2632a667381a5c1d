/**
 * Names under which something that a model tags can be called.
 */

/** Tags that make a call worth resolving; those of steps only together with the call they follow. */
const MATTERS = /@(?:query|effect|sql|fragment|transaction|entry|middleware|mount|router|resource|application|routes|credential|guard (?:auth|limit)|batched|memoizes|pauses|connection|relation|redelivers)\b/
const STEPS = /@step\b/
const SERVES = /@(?:query|entry|controller|injectable|entity)\b/
/** Node's own modules are imported by build tools of clients too. */
const BUILT_IN = /declare module ['"]node:[\w/]+['"] \{\s+(?:export \*|import whole)/

export interface TaggedNames {
  readonly starts: ReadonlySet<string>
  readonly steps: ReadonlySet<string>
  /** Modules whose default export is tagged: whoever imports it chooses its name. */
  readonly defaults: ReadonlySet<string>
  /** What runs something again when it fails. */
  readonly retrying: ReadonlySet<string>
  /** What listens to rejections that nobody handles. */
  readonly hearing: ReadonlySet<string>
  /** What writes to a log. */
  readonly logs: ReadonlySet<string>
  /** Modules that read or serve data: what imports them is code of a server. */
  readonly packages: ReadonlySet<string>
  /** A call signature is tagged: values of its type can have any name (`const db = knex(...)`). */
  readonly hasCallable: boolean
  /** Types with such a signature. */
  readonly callables: ReadonlySet<string>
}

/**
 * Reads names from the text of models; no tree is needed.
 *
 * @param texts declaration files
 */
export function taggedNames(texts: readonly string[]): TaggedNames {
  const packages = new Set<string>()
  const starts = new Set<string>()
  const steps = new Set<string>()
  const logs = new Set<string>()
  const retrying = new Set<string>()
  const hearing = new Set<string>()
  const defaults = new Set<string>()
  const callables = new Set<string>()
  const declaration = /\/\*\*((?:(?!\*\/)[^])*)\*\/\s*((?:(?:export|declare|default|static|abstract|readonly|public|async|function|const|let|var|get|set|new)\s+)*)([\w$]+)?/g
  for (const text of texts) {
    if (SERVES.test(text)) for (const [, name] of text.matchAll(/declare module ['"]([^'"]+)['"]/g)) if (name !== undefined && !BUILT_IN.test(text)) packages.add(name)
    for (const match of text.matchAll(declaration)) {
      const [, comment = '', words = '', name] = match
      const isStart = MATTERS.test(comment)
      if (/@retries\b/.test(comment) && name !== undefined) retrying.add(name === 'constructor' ? (ownerAt(text, match.index) ?? name) : name)
      if (/@hears\b/.test(comment) && name !== undefined) hearing.add(name)
      // Logging is everywhere and no rule of queries asks for it.
      if (/@effect log\b/.test(comment) && !/@(?:query|sql)\b/.test(comment)) {
        if (name !== undefined) logs.add(name)
        continue
      }
      if (!isStart && !STEPS.test(comment)) continue
      if (name === undefined || name === 'constructor' || name === 'new' || /\bnew\s*$/.test(words)) {
        // A call or construct signature: whatever holds it, and the type it stands in.
        const owner = ownerAt(text, match.index)
        if (name === undefined) callables.add(owner ?? '')
        if (owner !== undefined) starts.add(owner.replace(/Constructor$/, ''))
        continue
      }
      ;(isStart ? starts : steps).add(name)
    }
  }
  for (const text of texts)
    for (const [, module, body = ''] of text.matchAll(/declare module ['"]([^'"]+)['"] \{((?:(?!\ndeclare module)[^])*)/g)) {
      const standard = /export (?:=|default) (?:function )?(\w+)/.exec(body)?.[1]
      if (module === undefined || standard === undefined) continue
      if (starts.has(standard)) defaults.add(module)
      if (retrying.has(standard)) retrying.add(`default of ${module}`)
    }
  return { starts, steps, defaults, retrying, hearing, logs, packages, hasCallable: callables.size > 0, callables }
}

/** The class, interface or variable that a position stands in. */
function ownerAt(text: string, index: number): string | undefined {
  return [...text.slice(0, index).matchAll(/\b(?:class|interface|const|var)\s+([\w$]+)/g)].at(-1)?.[1]
}
