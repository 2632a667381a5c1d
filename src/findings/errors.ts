/**
 * Mistakes in how the tool is used; the command line ends with exit code 2 and prints the message alone.
 */

/** A wrong path, flag or combination. The message says what is wrong, why, and what to do. */
export class UsageError extends Error {
  override readonly name: string = 'UsageError'
}

/** A mistake in a configuration file. */
export class ConfigError extends UsageError {
  override readonly name = 'ConfigError'

  /**
   * @param file as shown to people
   * @param line 1-based; undefined when the mistake has no line
   * @param key dotted path of the key, as in `rules.n-plus-one-query`
   */
  constructor(
    message: string,
    readonly file: string,
    readonly line: number | undefined,
    readonly key: string | undefined,
  ) {
    super(`${file}${line === undefined ? '' : `:${line}`}: ${message}`)
  }
}
