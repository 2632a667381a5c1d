// Types written at the parameter: each is told, or, where a class is written so, all of them once.
import { BadRequestException, Body, Controller, Injectable, Module, Patch, Post, ValidationPipe } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { InjectRepository } from '@nestjs/typeorm'
import { Column, Entity, PrimaryGeneratedColumn, Repository } from 'typeorm'

@Entity()
class Seller {
  @PrimaryGeneratedColumn() id!: number
  @Column() note!: string
  @Column() state!: string
  @Column() city!: string
}

@Injectable()
class SellerService {
  constructor(@InjectRepository(Seller) private readonly sellers: Repository<Seller>) {}

  async reject(id: number, note: string) {
    if (!note || note.trim().length === 0) throw new BadRequestException('a note is required')
    await this.sellers.update({ id }, { note })
  }
  async act(id: number, action: string) {
    switch (action) {
      case 'stop':
        return this.sellers.update({ id }, { state: 'stopped' })
      default:
        return undefined
    }
  }
  async change(id: number, values: Partial<Seller>) {
    await this.sellers.update({ id }, values)
  }
}

@Controller('sellers')
class SellerController {
  constructor(private readonly service: SellerService) {}

  @Post('reject')
  reject(@Body() body: { note: string }) {
    const { note } = body
    return this.service.reject(1, note)
  }
  @Post('act')
  act(@Body() body: { action: string }) {
    return this.service.act(1, body.action)
  }
  @Post('move')
  move(@Body() body: { city: string }) { // expect: unvalidated-input
    return this.service.change(1, { city: body.city })
  }
}

@Controller('seller-notes')
class SellerNoteController {
  constructor(private readonly service: SellerService) {}

  @Patch('first')
  first(@Body() body: { first: string }) { // expect: unvalidated-input
    return this.service.change(1, { note: body.first })
  }
  @Patch('second')
  second(@Body() body: { second: string }) {
    return this.service.change(2, { note: body.second })
  }
  @Patch('third')
  third(@Body() body: { third: string }) {
    return this.service.change(3, { note: body.third })
  }
  @Patch('fourth')
  fourth(@Body() body: { fourth: string }) {
    return this.service.change(4, { note: body.fourth })
  }
}

@Module({ controllers: [SellerController, SellerNoteController], providers: [SellerService] })
class AppModule {}

export async function bootstrap() {
  const app = await NestFactory.create(AppModule)
  app.useGlobalPipes(new ValidationPipe())
  await app.listen(3000)
}
