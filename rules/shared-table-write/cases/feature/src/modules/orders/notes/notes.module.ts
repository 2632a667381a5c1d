import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { Order } from '../order.entity'
import { NotesService } from './notes.service'

@Module({ imports: [TypeOrmModule.forFeature([Order])], providers: [NotesService] })
export class NotesModule {}
