import { InjectQueue, Process, Processor } from '@nestjs/bull'
import { HttpService } from '@nestjs/axios'
import { Body, Controller, Injectable, Post } from '@nestjs/common'
import { Cron } from '@nestjs/schedule'
import { InjectRepository } from '@nestjs/typeorm'
import type { Queue } from 'bull'
import OpenAI from 'openai'
import { Resend } from 'resend'
import { firstValueFrom } from 'rxjs'
import { Column, Entity, PrimaryGeneratedColumn, type Repository } from 'typeorm'

@Entity('contracts')
class Contract {
  @PrimaryGeneratedColumn() id!: number
  @Column() summary!: string
}

@Injectable()
class ContractService {
  private readonly openai = new OpenAI()
  private readonly resend = new Resend('key')

  constructor(
    @InjectRepository(Contract) private readonly contracts: Repository<Contract>,
    private readonly http: HttpService,
    @InjectQueue('signatures') private readonly signatures: Queue,
  ) {}

  async sign(text: string, email: string) {
    const summary = await this.summarise(text) // expect: slow-work-in-request
    const contract = await this.contracts.save({ summary })
    await firstValueFrom(this.http.post('https://archive.example.com/contracts', { id: contract.id }))
    await this.resend.emails.send({ from: 'a@example.com', to: email, subject: 'Signed', text: summary })
    return contract
  }

  async signLater(text: string, email: string) {
    const contract = await this.contracts.save({ summary: '' })
    await this.signatures.add('sign', { id: contract.id, text, email })
    return contract
  }

  async archive(id: number, email: string) {
    await firstValueFrom(this.http.post('https://archive.example.com/contracts', { id }))
    await this.resend.emails.send({ from: 'a@example.com', to: email, subject: 'Archived', text: '' })
  }

  private async summarise(text: string) {
    const answer = await this.openai.chat.completions.create({ model: 'small', messages: [{ role: 'user', content: text }] })
    return answer.choices[0]?.message.content ?? ''
  }
}

@Controller('contracts')
export class ContractController {
  constructor(private readonly service: ContractService) {}

  @Post()
  sign(@Body() body: { text: string; email: string }) {
    return this.service.sign(body.text, body.email)
  }

  @Post('later')
  signLater(@Body() body: { text: string; email: string }) {
    return this.service.signLater(body.text, body.email)
  }
}

// Nobody waits for a worker or for the clock.
@Processor('signatures')
export class Signatures {
  constructor(private readonly service: ContractService) {}

  @Process('sign')
  async sign(job: { data: { id: number; email: string } }) {
    await this.service.archive(job.data.id, job.data.email)
  }

  @Cron('0 3 * * *')
  async nightly() {
    await this.service.archive(1, 'office@example.com')
  }
}
