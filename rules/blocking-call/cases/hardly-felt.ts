// How long a call blocks, and for whom, as far as the code shows it.
import { Controller, Get, Param, Post, SetMetadata } from '@nestjs/common'
import bcrypt from 'bcrypt'
import { Workbook } from 'exceljs'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import PDFDocument from 'pdfkit'
import { Column, Entity, PrimaryGeneratedColumn, type Repository } from 'typeorm'
import * as XLSX from 'xlsx'

const Roles = (...roles: string[]) => SetMetadata('roles', roles)

@Entity()
class Ticket {
  @PrimaryGeneratedColumn()
  id!: number
  @Column()
  subject!: string
}

@Entity()
class Substance {
  @PrimaryGeneratedColumn()
  id!: number
  @Column()
  name!: string
}

@Controller('tickets')
export class TicketController {
  constructor(
    private readonly tickets: Repository<Ticket>,
    private readonly substances: Repository<Substance>,
  ) {}

  @Post()
  open(subject: string) {
    return this.tickets.insert({ subject })
  }

  @Get('export')
  async all() {
    const book = new Workbook()
    const sheet = book.addWorksheet('Tickets')
    for (const ticket of await this.tickets.find()) sheet.addRow([ticket.id, ticket.subject])
    return book.xlsx.writeBuffer() // expect: blocking-call
  }

  @Get(':id/export')
  async one(@Param('id') id: number) {
    const ticket = await this.tickets.findOneByOrFail({ id })
    const book = XLSX.utils.book_new()
    const headers = ['Number', 'Subject']
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([headers, [ticket.id, ticket.subject]]))
    return XLSX.write(book, { type: 'buffer' }) // expect-low: blocking-call
  }

  @Get('latest')
  async latest() {
    const book = new Workbook()
    const sheet = book.addWorksheet('Tickets')
    for (const ticket of await this.tickets.find({ take: 50 })) sheet.addRow([ticket.subject])
    return book.xlsx.writeBuffer() // expect-low: blocking-call
  }

  // Nobody but the operator adds substances, and nobody else exports them.
  @Get('substances/export')
  @Roles('SUPER_ADMIN')
  async substancesFile() {
    const book = new Workbook()
    const sheet = book.addWorksheet('Substances')
    for (const substance of await this.substances.find()) sheet.addRow([substance.name])
    return book.xlsx.writeBuffer() // expect-low: blocking-call
  }

  @Get('all/export')
  @Roles('SUPER_ADMIN')
  async ofEverybody() {
    const book = new Workbook()
    const sheet = book.addWorksheet('Tickets')
    for (const ticket of await this.tickets.find()) sheet.addRow([ticket.subject])
    return book.xlsx.writeBuffer() // expect: blocking-call
  }

  @Post('notice')
  @Roles('SUPER_ADMIN')
  notice(text: string) {
    writeFileSync('notice.txt', text) // expect-low: blocking-call
  }

  @Post('words')
  @Roles('ADMIN')
  words(text: string) {
    writeFileSync('words.txt', text) // expect-low: blocking-call
  }

  @Post('remark')
  @Roles('SUPER_ADMIN', 'AGENT')
  remark(text: string) {
    writeFileSync('remark.txt', text) // expect: blocking-call
  }
}

const LARGEST_SHEET = 200 * 1024

@Controller('papers')
export class PaperController {
  @Get('landing')
  landing() {
    return readFileSync(new URL('../landing.html', import.meta.url), 'utf8') // expect-low: blocking-call
  }

  @Post('sheet')
  sheet(bytes: Buffer) {
    if (bytes.length > LARGEST_SHEET) throw new Error('too large')
    return XLSX.read(bytes).SheetNames // expect-low: blocking-call
  }

  @Post('sheet/any')
  anySheet(bytes: Buffer) {
    return XLSX.read(bytes).SheetNames // expect: blocking-call
  }

  @Post('sign')
  sign(name: string) {
    return bcrypt.hashSync(name, process.env.SHOP_SALT ?? '') // expect-low: blocking-call
  }

  @Post('password')
  password(word: string) {
    return bcrypt.hashSync(word, 12) // expect: blocking-call
  }

  // Two calls that read the pictures of one paper are one mistake, and drawing it takes longer.
  @Get(':id')
  paper(@Param('id') id: string) {
    const paper = new PDFDocument()
    heading(paper, id)
    return paper
  }

  @Get(':id/terms')
  terms(@Param('id') id: string) {
    return { exists: existsSync('terms'), text: readFileSync(`terms/${id}.txt`, 'utf8') } // expect: blocking-call
  }
}

function heading(paper: PDFKit.PDFDocument, id: string) {
  paper.image(readFileSync('logo.png')) // expect-low: blocking-call
  paper.image(readFileSync(`signatures/${id}.png`))
}
