// A route behind another one that takes all of its requests is never reached.
import { Body, Controller, Module, Param, Patch, ValidationPipe } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { InjectRepository } from '@nestjs/typeorm'
import { PrismaClient } from '@prisma/client'
import { IsString } from 'class-validator'
import express from 'express'
import { Column, Entity, In, PrimaryGeneratedColumn, Repository } from 'typeorm'

@Entity()
class Parcel {
  @PrimaryGeneratedColumn() id!: number
  @Column() note!: string
  @Column() state!: string
}

class ParcelChange {
  @IsString() note!: string
}

@Controller('parcels')
class ParcelController {
  constructor(@InjectRepository(Parcel) private readonly parcels: Repository<Parcel>) {}

  // Registered first, it is reached.
  @Patch('many')
  changeMany(@Body() body: { ids: number[]; state: string }) { // expect: unvalidated-input
    return this.parcels.update({ id: In(body.ids) }, { state: body.state })
  }
  @Patch(':id')
  change(@Param('id') id: string, @Body() body: ParcelChange) {
    return this.parcels.update({ id: Number(id) }, { note: body.note })
  }
  @Patch('bulk')
  changeAll(@Body() body: { ids: number[]; state: string }) {
    return this.parcels.update({ id: In(body.ids) }, { state: body.state })
  }
  // One part more.
  @Patch('bulk/state')
  changeState(@Body() body: { ids: number[]; state: string }) { // expect: unvalidated-input
    return this.parcels.update({ id: In(body.ids) }, { state: body.state })
  }
}

@Module({ controllers: [ParcelController] })
class AppModule {}

export async function bootstrap() {
  const app = await NestFactory.create(AppModule)
  app.useGlobalPipes(new ValidationPipe({ whitelist: true }))
  await app.listen(3000)
}

const prisma = new PrismaClient()
const app = express()
app.use(express.json())

app.put('/customers/:id', async (req, res) => {
  res.json(await prisma.customer.findFirst({ where: { id: Number(req.params.id) } }))
})
app.put('/customers/all', async (req, res) => {
  res.json(await prisma.customer.updateMany({ data: req.body }))
})
app.post('/customers/all', async (req, res) => {
  res.json(await prisma.customer.updateMany({ data: req.body })) // expect: unvalidated-input
})

// It lets others have what is not its own.
app.patch('/customers/:id', async (req, res, next) => {
  if (Number.isNaN(Number(req.params.id))) return next()
  res.json(await prisma.customer.findFirst({ where: { id: Number(req.params.id) } }))
})
app.patch('/customers/all', async (req, res) => {
  res.json(await prisma.customer.updateMany({ data: req.body })) // expect: unvalidated-input
})
