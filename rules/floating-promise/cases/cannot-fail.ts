// Promises that cannot be rejected, seen only between functions.
import { Pool } from 'pg'

const pool = new Pool()

async function clean(): Promise<void> {
  try {
    await pool.query('delete from holds where expires_at < now()')
  } catch (error) {
    console.error('holds were not cleaned', error)
  }
}

async function cleanOrFail(): Promise<void> {
  await pool.query('delete from holds where expires_at < now()')
}

// ---- A promise that is kept in a property

export class Holds {
  private cleaning: Promise<void> | undefined
  private removing: Promise<void> | undefined

  private async tidy(): Promise<void> {
    this.cleaning = clean()
    try {
      await this.cleaning
    } finally {
      this.cleaning = undefined
    }
  }

  private async remove(): Promise<void> {
    this.removing = cleanOrFail()
    try {
      await this.removing
    } finally {
      this.removing = undefined
    }
  }

  start(): void {
    this.tidy()
    this.remove() // expect: floating-promise
  }
}

// ---- A function that runs what it is given

let isBusy = false

async function alone<T>(run: () => Promise<T>): Promise<T | undefined> {
  if (isBusy) return undefined
  isBusy = true
  try {
    return await run()
  } finally {
    isBusy = false
  }
}

async function twice(run: () => Promise<void>): Promise<void> {
  await alone(run)
  await alone(async () => {
    await run()
  })
}

type Turn = {
  take: (run: () => Promise<void>) => Promise<void>
}

function createTurn(): Turn {
  return {
    async take(run: () => Promise<void>): Promise<void> {
      await alone(run)
    },
  }
}

export function tidyInTurn(turn: Turn = createTurn()): void {
  const soon = () => turn.take(clean)
  soon()
  const late = () => turn.take(cleanOrFail)
  late() // expect: floating-promise
}

export function tidyAlone(): void {
  alone(clean)
  alone(async () => {
    await clean()
  })
  twice(clean)
  alone(cleanOrFail) // expect: floating-promise
  twice(cleanOrFail) // expect: floating-promise
}

// ---- What a class inherits runs what that class has, and nothing of its siblings

class Page {
  constructor(protected readonly request: { query: Record<string, string> }) {}

  protected async prepare(): Promise<void> {
    await this.load()
  }

  protected async load(): Promise<void> {
    console.log('nothing to load')
  }

  protected async decode(): Promise<string> {
    return decodeURIComponent(this.request.query['place'] ?? '')
  }
}

export class OrderPage extends Page {
  protected override async load(): Promise<void> {
    await pool.query('select * from orders')
  }

  async show(): Promise<void> {
    super.prepare() // expect: floating-promise
    await this.load()
  }
}

export class StartPage extends Page {
  protected override async prepare(): Promise<void> {
    super.prepare()
    console.log('prepared')
  }

  async show(): Promise<void> {
    await this.prepare()
    super.decode() // expect: floating-promise
  }
}

// ---- A promise whose `reject` is made beside it, and not taken

function deferred<T>() {
  let resolve!: (value: T) => void
  let reject!: (reason: Error) => void
  const promise = new Promise<T>((settle, refuse) => {
    resolve = settle
    reject = refuse
  })
  return { promise, resolve, reject }
}

export function wake(waiting: Map<string, Promise<void>>, seat: string): void {
  const { promise, resolve } = deferred<void>()
  waiting.set(seat, promise)
  setTimeout(() => resolve(), 1000)
  promise.then(() => {
    waiting.delete(seat)
  })
}

export function wakeOrGiveUp(waiting: Map<string, Promise<void>>, seat: string): void {
  const { promise, reject } = deferred<void>()
  waiting.set(seat, promise)
  setTimeout(() => reject(new Error('nobody came')), 1000)
  promise.then(() => { // expect: floating-promise
    waiting.delete(seat)
  })
}

// ---- A promise is handed on where one is given

function shown(value: any): any {
  if (typeof value?.then === 'function') return value.then(shown)
  return String(value)
}

function shownLater(value: Promise<number>): any {
  return value.then(shown)
}

export function isShown(amount: number, counted: Promise<number>): string {
  if (shownLater(counted)) return 'later' // expect: floating-promise
  return shown(amount) ? 'now' : 'never'
}

const counting: Record<string, Promise<void | number> | null> = {}

/** What is kept has dealt with its failure. */
export async function countOnce(show: string): Promise<void | number> {
  if (!counting[show]) {
    counting[show] = countSold(show).catch((error: unknown) => console.error(`not counted: ${show}`, error))
    counting[show]?.then(() => setTimeout(() => (counting[show] = null), 1000))
  }
  return await counting[show]
}

export async function countAgain(show: string): Promise<void | number> {
  counting[show] = countSold(show)
  counting[show]?.then(() => setTimeout(() => (counting[show] = null), 1000)) // expect: floating-promise
  return await counting[show]
}

async function countSold(show: string): Promise<number> {
  const answer = await fetch(`https://seats.example/${show}/sold`)
  return ((await answer.json()) as { sold: number }).sold
}

type Stop = () => Promise<void> | void

/** What gives a promise is given, and not what is called. */
export function countFor(show: string, onStop: (stop: () => Promise<void> | void) => void, onEnd?: (stop: Stop) => Promise<void>): void {
  onStop(() => countSold(show).then(() => undefined))
  onEnd?.(() => undefined) // expect: floating-promise
}
