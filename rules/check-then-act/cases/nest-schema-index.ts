// Keys that are declared on the schema of a class.
import { Injectable } from '@nestjs/common'
import { InjectModel, Prop, Schema, SchemaFactory } from '@nestjs/mongoose'
import { Model, Types } from 'mongoose'

@Schema()
export class Level {
  @Prop() variant!: Types.ObjectId
  @Prop() warehouse!: Types.ObjectId
  @Prop() amount!: number
}
export const LevelSchema = SchemaFactory.createForClass(Level)
LevelSchema.index({ variant: 1, warehouse: 1 }, { unique: true })

@Schema()
export class Shelf {
  @Prop() variant!: Types.ObjectId
  @Prop() amount!: number
}
export const ShelfSchema = SchemaFactory.createForClass(Shelf)

@Injectable()
export class LevelRepository {
  constructor(
    @InjectModel(Level.name) private readonly levels: Model<Level>,
    @InjectModel(Shelf.name) private readonly shelves: Model<Shelf>,
  ) {}

  async ensure(variant: Types.ObjectId, warehouse: Types.ObjectId) {
    const known = await this.levels.findOne({ variant, warehouse }) // expect-low: check-then-act
    if (known) return known
    return this.levels.create({ variant, warehouse, amount: 0 })
  }
  async ensureShelf(variant: Types.ObjectId) {
    const known = await this.shelves.findOne({ variant }) // expect: check-then-act
    if (known) return known
    return this.shelves.create({ variant, amount: 0 })
  }
}
