// What is counted may be lost; what is kept as a record may not.
import { Injectable, Module, Controller, Inject, Post } from '@nestjs/common'
import { DataSource } from 'typeorm'

export const AUDIT = Symbol('AUDIT')

export interface AuditTrail {
  record(what: string): Promise<void>
}

@Injectable()
export class StoredTrail implements AuditTrail {
  constructor(private readonly source: DataSource) {}

  async record(what: string) {
    await this.source.query('insert into trail (what) values ($1)', [what])
  }
}

@Injectable()
export class Metrics {
  async track(what: string) {
    await fetch(`https://metrics.example.com/${what}`)
  }
}

@Controller('wallets')
export class WalletController {
  constructor(
    @Inject(AUDIT) private readonly audit: AuditTrail,
    private readonly metrics: Metrics,
  ) {}

  @Post()
  async open() {
    this.audit.record('opened') // expect: floating-promise
    this.metrics.track('opened')
    await this.audit.record('named')
    return { opened: true }
  }
}

@Module({ controllers: [WalletController], providers: [Metrics, { provide: AUDIT, useClass: StoredTrail }] })
export class WalletModule {}
