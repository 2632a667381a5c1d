/**
 * Tags of entry points and of what is registered around them, as values.
 */
import type { WorkspaceFile } from '../../workspace/types.js'
import type { EntryKind } from '../types.js'

export interface EntryTag {
  readonly kind: EntryKind
  readonly method: string | undefined
  readonly methodPath: string | undefined
  readonly path: string | undefined
  readonly handler: string | undefined
  readonly options: string | undefined
}

/** Reads the text after `@entry`. */
export function readEntryTag(value: string): EntryTag {
  const [kind = 'route', ...words] = value.split(' ')
  const plain = words.find((word) => !word.includes('='))
  return {
    kind: kind as EntryKind,
    method: plain && /^[A-Z]+$/.test(plain) ? plain : undefined,
    methodPath: plain && !/^[A-Z]+$/.test(plain) ? plain : undefined,
    path: optionOf(value, 'path'),
    handler: optionOf(value, 'handler'),
    options: optionOf(value, 'options'),
  }
}

/** Whether a tag says that of several entry points that fit a request the one registered first takes it. */
export function isFirstTaken(value: string, file: WorkspaceFile): boolean {
  return optionOf(value, 'taken') === 'first' && !file.package.dependencies.has(optionOf(value, 'unless') ?? '')
}

/** The value of `name=...` in the text after a tag. */
export function optionOf(value: string, name: string): string | undefined {
  return new RegExp(String.raw`(?:^| )${name}=(\S+)`).exec(value)?.[1]
}

/** Members of options that hold functions which run before what was sent is checked. */
const EARLY = /\.(?:onRequest|preParsing|preValidation)$/

/**
 * Where the functions of an entry point are given, parted by what its options switch on: limits and schemas stand
 * behind what runs as soon as a request comes in, and before all else.
 */
export function aroundOptions(handler: string): { readonly early: readonly string[]; readonly late: readonly string[] } {
  const paths = handler.split(',')
  return { early: paths.filter((path) => EARLY.test(path)), late: paths.filter((path) => !EARLY.test(path)) }
}
