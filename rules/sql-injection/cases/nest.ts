import { Body, Controller, Get, Injectable, Param, ParseIntPipe, Post, Query } from '@nestjs/common'
import { DataSource } from 'typeorm'

@Injectable()
class InvoiceService {
  constructor(private readonly source: DataSource) {}

  find(status: string) {
    return this.source.query(`SELECT id FROM invoices WHERE status = '${status}'`) // expect: sql-injection
  }

  one(id: number) {
    return this.source.query(`SELECT id FROM invoices WHERE id = ${id}`)
  }

  note(id: number, note: string) {
    return this.source.query('UPDATE invoices SET note = $1 WHERE id = $2', [note, id])
  }
}

@Controller('invoices')
export class InvoiceController {
  constructor(private readonly invoices: InvoiceService) {}

  @Get()
  list(@Query('status') status: string) {
    return this.invoices.find(status)
  }

  @Get(':id')
  one(@Param('id', ParseIntPipe) id: number) {
    return this.invoices.one(id)
  }

  @Post(':id/note')
  note(@Param('id', ParseIntPipe) id: number, @Body() body: { note: string }) {
    return this.invoices.note(id, body.note)
  }
}
