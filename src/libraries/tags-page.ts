/**
 * The page that documents the tag vocabulary.
 */
import { TAGS } from './tags.js'

/** Markdown of docs/library-models.md. */
export function tagsPage(): string {
  const rows = TAGS.map(({ name, syntax, on, meaning }) => [`### @${name}${syntax ? ` \`${syntax}\`` : ''}`, '', `On: ${on.join(', ')}.`, '', meaning, ''].join('\n'))
  return [
    '<!-- Generated from src/libraries/tags.ts by npm run build; edit that. -->',
    '# Library models',
    '',
    'What an npm package does is written as a declaration file in `src/libraries/models`: types as far as inference needs',
    'them, and tags in the JSDoc comment directly before a declaration for what a type cannot say. A model is loaded when the',
    'project imports its package. A user names models of in-house packages in the configuration (`models: [./db.d.ts]`).',
    '',
    'Every class, member and export of a shipped model is compared with the types of the real package by a test.',
    '',
    '```ts',
    "declare module '@acme/db' {",
    '  /** @connection */',
    '  export class Client {',
    '    /** @query read many  @table 0  @bound 1.limit  @where 1.where */',
    '    list(table: string, options?: any): Promise<any[]>',
    '    /** @transaction 0 */',
    '    transaction<T>(run: (client: Client) => Promise<T>): Promise<T>',
    '  }',
    '}',
    '```',
    '',
    'Several tags may stand on one line; prose may follow after ` -- `. An unknown tag, or one that does not fit, is an error',
    'with file and line.',
    '',
    '## Paths',
    '',
    'Tags that point at an argument use paths: `0` is the first argument, `1.transaction` the property `transaction` of the',
    'second, `0.*` any property of the first, `2+` the third and all after it, `last` the last one, `this` the receiver, and',
    '`return` the result. Alternatives are joined by `|`, the first that is there wins; lists of handlers by `,`.',
    '',
    '## Tags',
    '',
    ...rows,
  ].join('\n')
}
