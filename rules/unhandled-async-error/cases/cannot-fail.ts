// Failures that cannot be, seen only between functions.
import { Pool } from 'pg'

const pool = new Pool()

// ---- A function that says the same each time stands in front

abstract class Letters {
  constructor(protected readonly order: number) {}

  async remind(): Promise<void> {
    await pool.query('insert into letters (order_id) values ($1)', [this.order])
  }
}

class PausedLetters extends Letters {
  async send(): Promise<void> {
    if (this.order < 0) {
      return
    } else if (this.isPaused()) {
      console.log('would have sent')
      return
    }
    await this.remind()
  }

  isPaused(): boolean {
    return true
    return this.order > 100
  }

  later(): void {
    setTimeout(this.send.bind(this), 500)
    setTimeout(this.remind.bind(this), 500) // expect: unhandled-async-error
  }
}

class LargeLetters extends Letters {
  async send(): Promise<void> {
    if (this.isPaused()) return
    await this.remind()
  }

  isPaused(): boolean {
    if (this.order > 100) return false
    return true
  }

  later(): void {
    setTimeout(this.send.bind(this), 500) // expect: unhandled-async-error
  }
}

export const letters = [new PausedLetters(1), new LargeLetters(2)]

// ---- What stands behind the end of a function

export function remindDaily(paused: boolean): void {
  if (paused) return
  setInterval(async () => { // expect: unhandled-async-error
    await pool.query('select remind()')
  }, 86_400_000)
  return
  setInterval(async () => {
    await pool.query('select remind()')
  }, 86_400_000)
}

// ---- A function given to a private one fails as what those who call it give

export class Jobs {
  start(): void {
    this.daily(async () => {
      await pool.query('delete from holds')
    })
    this.weekly(async () => {
      await this.report()
    })
  }

  private daily(run: () => Promise<void>): void {
    setTimeout(async () => { // expect: unhandled-async-error
      await run()
      this.daily(run)
    }, 86_400_000)
  }

  private weekly(run: () => Promise<void>): void {
    setTimeout(async () => {
      await run()
      this.weekly(run)
    }, 604_800_000)
  }

  private async report(): Promise<void> {
    try {
      await pool.query('select report()')
    } catch (error) {
      console.error('no report', error)
    }
  }
}
