// Types written at the parameter: each is told, or, where a class is written so, all of them once.
import { BadRequestException, Body, Controller, Delete, Injectable, Module, Patch, Post, ValidationPipe } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { InjectRepository } from '@nestjs/typeorm'
import { Column, Entity, In, PrimaryGeneratedColumn, Repository } from 'typeorm'

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
  async draft(id: number, dto: { text?: string }) {
    const text = (dto.text ?? '').slice(0, 200)
    await this.sellers.update({ id }, { note: text })
  }
  async store(id: number, dto: { text?: string }) {
    await this.sellers.update({ id }, { note: dto.text ?? '' })
  }
  async hook(body: unknown) {
    const note = typeof body === 'object' && body !== null && 'note' in body ? String(body.note) : ''
    await this.sellers.update({ id: 1 }, { note })
  }
  async pick(id: number, dto: { note?: string; city?: string }) {
    const values: Partial<Seller> = {}
    const editable = ['note', 'city'] as const
    for (const name of editable) if (dto[name as keyof typeof dto] !== undefined) values[name] = dto[name]
    await this.sellers.update({ id }, values)
  }
  async pickAny(id: number, dto: Partial<Seller>, names: readonly ('note' | 'city')[]) {
    const values: Partial<Seller> = {}
    for (const name of names) if (dto[name] !== undefined) values[name] = dto[name]
    await this.sellers.update({ id }, values)
  }
  async removeAll(ids: number[]) {
    await this.sellers.delete({ id: In(ids) })
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

// What is handed on whole is tested where it is taken apart, or not.
@Controller('seller-pages')
class SellerPageController {
  constructor(private readonly service: SellerService) {}

  @Post('connect')
  connect(@Body() dto: { page?: string; overwrite?: boolean }) {
    return this.service.change(1, { note: String(dto?.page || ''), state: !!dto?.overwrite ? 'new' : 'old' })
  }
  @Post('draft')
  draft(@Body() dto: { text?: string }) {
    return this.service.draft(1, dto || {})
  }
  @Post('store')
  store(@Body() dto: { text?: string }) { // expect: unvalidated-input
    return this.service.store(1, dto)
  }
  @Post('pick')
  pick(@Body() dto: any) {
    return this.service.pick(1, dto)
  }
  @Post('pick-any')
  pickAny(@Body() dto: any) { // expect: unvalidated-input
    return this.service.pickAny(1, dto, Object.keys(dto) as ('note' | 'city')[])
  }
  @Post('hook')
  hook(@Body() body: unknown) {
    return this.service.hook(body)
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

// Of the bodies of a class, the worst stands for all of them.
@Controller('seller-lists')
class SellerListController {
  constructor(private readonly service: SellerService) {}

  @Post('seen')
  seen(@Body() body: { at: string }) {
    return { seen: body.at }
  }
  @Patch('note')
  note(@Body() body: { note: string }) {
    return this.service.change(1, { note: body.note })
  }
  @Delete('many')
  many(@Body() body: { ids: number[] }) { // expect: unvalidated-input
    return this.service.removeAll(body.ids)
  }
  @Patch('city')
  city(@Body() body: { city: string }) {
    return this.service.change(1, { city: body.city })
  }
}

@Module({ controllers: [SellerController, SellerPageController, SellerNoteController, SellerListController], providers: [SellerService] })
class AppModule {}

export async function bootstrap() {
  const app = await NestFactory.create(AppModule)
  app.useGlobalPipes(new ValidationPipe())
  await app.listen(3000)
}
