import { compareSync, hash } from 'bcryptjs'
import { readFileSync, writeFileSync } from 'fs'
import { Body, Controller, Get, Injectable, Param, Post } from '@nestjs/common'
import { Processor, WorkerHost } from '@nestjs/bullmq'
import type { Job } from 'bullmq'

@Injectable()
export class ReceiptService {
  private readonly logo: Buffer

  // The container makes one of them when the application starts.
  constructor() {
    this.logo = readFileSync('logo.png')
  }

  async render(id: string): Promise<string> {
    const template = readFileSync(`templates/${id}.html`, 'utf8') // expect: blocking-call
    return template.replace('{{logo}}', this.logo.toString('base64'))
  }
}

@Controller('receipts')
export class ReceiptController {
  constructor(private readonly receipts: ReceiptService) {}

  @Get(':id')
  show(@Param('id') id: string) {
    return this.receipts.render(id)
  }

  @Post('login')
  login(@Body() body: { password: string; hash: string }) {
    return compareSync(body.password, body.hash) // expect: blocking-call
  }

  @Post('register')
  register(@Body() body: { password: string }) {
    return hash(body.password, 10)
  }
}

// A worker serves nobody who waits.
@Processor('receipts')
export class ReceiptWorker extends WorkerHost {
  async process(job: Job) {
    writeFileSync(`receipts/${job.data.id}.txt`, 'paid')
  }
}
