/**
 * Measures work whose result is remembered for every rule, so that it counts for none: whoever asks first would be
 * charged for what the others are spared.
 */
export class SharedTime {
  /** Milliseconds so far, by what was done. */
  private readonly milliseconds = new Map<string, number>()
  private isMeasuring = false

  /**
   * Does some work, and returns what it gives; of calls inside of each other the outermost is timed.
   *
   * @param phase what is done, as `--timing` calls it
   */
  measure<T>(phase: string, work: () => T): T {
    if (this.isMeasuring) return work()
    this.isMeasuring = true
    const started = performance.now()
    try {
      return work()
    } finally {
      this.milliseconds.set(phase, (this.milliseconds.get(phase) ?? 0) + performance.now() - started)
      this.isMeasuring = false
    }
  }

  /** Takes what was measured since it was last taken: milliseconds by phase. */
  take(): ReadonlyMap<string, number> {
    const taken = new Map(this.milliseconds)
    this.milliseconds.clear()
    return taken
  }
}
