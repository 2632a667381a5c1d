import { Injectable, Logger } from '@nestjs/common'
import { InjectRepository } from '@nestjs/typeorm'
import { Column, DataSource, Entity, PrimaryGeneratedColumn, Repository } from 'typeorm'

@Entity()
export class Seat {
  @PrimaryGeneratedColumn() id!: number
  @Column() taken!: boolean
}

class Left {
  constructor(readonly reason: string) {}
}
class Right<T> {
  constructor(readonly value: T) {}
}
const left = (reason: string) => new Left(reason)
const right = <T>(value: T) => new Right(value)

@Injectable()
export class SeatService {
  private readonly logger = new Logger(SeatService.name)

  constructor(
    @InjectRepository(Seat) private readonly seats: Repository<Seat>,
    private readonly source: DataSource,
  ) {}

  async take(id: number) {
    if (id < 1) left('no such seat') // expect: swallowed-error
    if (id > 500) return left('no such seat')
    try {
      await this.mark(id)
      return right(id)
    } catch (error) {
      return left('taken')
    }
  }

  async mark(id: number) {
    const runner = this.source.createQueryRunner()
    try {
      await runner.startTransaction()
      await runner.manager.update(Seat, id, { taken: true })
      await runner.commitTransaction()
    } catch (error) {
      await runner.rollbackTransaction()
      throw error
    } finally {
      try {
        await runner.release()
      } catch {}
    }
  }

  async releaseAll(ids: number[]) {
    for (const id of ids) {
      try {
        await this.mark(id)
      } catch { // expect: swallowed-error
        continue
      }
    }
  }

  async remind(id: number) {
    try {
      await fetch(`https://mail.example/seats/${id}`, { method: 'POST' })
    } catch {} // expect: swallowed-error
  }

  async weather(city: string) {
    try {
      const response = await fetch(`https://weather.example/${city}`)
      return await response.json()
    } catch { // expect-low: swallowed-error
      return null
    }
  }

  async count() {
    try {
      return await this.seats.count()
    } catch (error) {
      this.logger.error('seats were not counted', error)
      return 0
    }
  }
}
