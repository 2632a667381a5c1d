import { Body, Controller, Module, Param, Post, Put, UsePipes, ValidationPipe, type PipeTransform } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { InjectRepository } from '@nestjs/typeorm'
import { IsInt, IsString } from 'class-validator'
import { Column, Entity, PrimaryGeneratedColumn, Repository } from 'typeorm'
import { z } from 'zod'

@Entity()
class Invoice {
  @PrimaryGeneratedColumn()
  id!: number
  @Column()
  customer!: string
  @Column()
  total!: number
  @Column()
  ownerId!: number
}

class CreateInvoice {
  @IsString()
  customer!: string
  @IsInt()
  total!: number
}

class BareInvoice {
  customer!: string
  total!: number
}

interface InvoicePatch {
  customer?: string
}

class SchemaPipe implements PipeTransform {
  constructor(private readonly schema: z.ZodType) {}
  transform(value: unknown) {
    return this.schema.parse(value)
  }
}
class LowerCasePipe implements PipeTransform {
  transform(value: unknown) {
    return typeof value === 'string' ? value.toLowerCase() : value
  }
}
const invoiceSchema = z.object({ customer: z.string(), total: z.number() })

@Controller('invoices')
class InvoiceController {
  constructor(@InjectRepository(Invoice) private readonly invoices: Repository<Invoice>) {}

  @Post()
  create(@Body() dto: CreateInvoice) {
    return this.invoices.save(dto)
  }

  @Post('any')
  createAny(@Body() dto: any) { // expect: unvalidated-input
    return this.invoices.save(dto)
  }

  @Post('bare')
  createBare(@Body() dto: BareInvoice) { // expect: unvalidated-input
    return this.invoices.save(this.invoices.create(dto))
  }

  @Put(':id')
  patch(@Param('id') id: string, @Body() dto: InvoicePatch) { // expect: unvalidated-input
    return this.invoices.update(Number(id), dto)
  }

  @Put(':id/merge')
  async merge(@Param('id') id: string, @Body() dto: { customer: string }) { // expect: unvalidated-input
    const invoice = await this.invoices.findOneByOrFail({ id: Number(id) })
    Object.assign(invoice, dto)
    return this.invoices.save(invoice)
  }

  @Post('schema')
  @UsePipes(new SchemaPipe(invoiceSchema))
  createBySchema(@Body() dto: InvoicePatch) {
    return this.invoices.save(dto)
  }

  @Post('parameter')
  createByParameter(@Body(new SchemaPipe(invoiceSchema)) dto: InvoicePatch) {
    return this.invoices.save(dto)
  }

  @Post('lower')
  createLower(@Body(new LowerCasePipe()) dto: { total: number }) { // expect: unvalidated-input
    return this.invoices.save(dto)
  }

  // Only what is tested gets through.
  @Post('picked')
  createPicked(@Body() body: any) {
    if (typeof body.total !== 'number' || typeof body.customer !== 'string') throw new Error('total and customer')
    return this.invoices.save({ total: body.total, customer: body.customer })
  }

  @Post('present')
  createPresent(@Body() body: any) { // expect: unvalidated-input
    if (!body.total) throw new Error('total')
    return this.invoices.save({ total: body.total })
  }

  // A provider signs what it sends.
  @Post('webhook')
  hook(@Body() event: any) {
    return event.id
  }
}

@Module({ controllers: [InvoiceController] })
class AppModule {}

export async function bootstrap() {
  const app = await NestFactory.create(AppModule)
  app.useGlobalPipes(new ValidationPipe({ whitelist: true }))
  await app.listen(3000)
}
