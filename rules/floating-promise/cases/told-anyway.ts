// A listener of the process writes down what nobody handles; who emits an event asks for no result.
import { Injectable } from '@nestjs/common'
import { OnEvent } from '@nestjs/event-emitter'
import { Pool } from 'pg'

process.on('unhandledRejection', (error) => console.error(error))

const pool = new Pool()

@Injectable()
export class SeatLetters {
  @OnEvent('seat.sold')
  onSold(seat: number): void {
    this.write(seat) // expect-low: floating-promise
  }

  async sell(seat: number): Promise<void> {
    await pool.query('update seats set sold = true where id = $1', [seat])
    this.write(seat) // expect: floating-promise
  }

  async close(seat: number): Promise<void> {
    // Don't await this: the printer takes its time.
    this.write(seat) // expect-low: floating-promise
    await pool.query('update seats set closed = true where id = $1', [seat])
  }

  private async write(seat: number): Promise<void> {
    await pool.query('insert into letters (seat) values ($1)', [seat])
  }
}
