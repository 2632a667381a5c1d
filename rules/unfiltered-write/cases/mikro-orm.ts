import { Body, Controller, Delete } from '@nestjs/common'
import type { EntityRepository, FilterQuery } from '@mikro-orm/core'
import { Entity, PrimaryKey, Property } from '@mikro-orm/core'

@Entity()
export class Label {
  @PrimaryKey() id!: number
  @Property() productId!: number
  @Property() tagId!: number
}

interface Criteria {
  readonly productId?: number
  readonly tagId?: number
}

export class LabelService {
  constructor(private readonly labels: EntityRepository<Label>) {}

  // Nothing says that somebody means all of them.
  async bulkRemove(criteria: Criteria) {
    const where: FilterQuery<Label> & { productId?: number; tagId?: number } = {}
    if (criteria.productId) where.productId = criteria.productId
    if (criteria.tagId) where.tagId = criteria.tagId
    return this.labels.nativeDelete(where) // expect: unfiltered-write
  }

  async removeOf(productId: number) {
    return this.labels.nativeDelete({ productId })
  }

  async bulkRemoveSome(criteria: Criteria) {
    const where: FilterQuery<Label> & { productId?: number; tagId?: number } = {}
    if (!criteria.productId && !criteria.tagId) throw new Error('a product or a tag is needed')
    if (criteria.productId) where.productId = criteria.productId
    if (criteria.tagId) where.tagId = criteria.tagId
    return this.labels.nativeDelete(where)
  }
}

@Controller('labels')
export class LabelController {
  constructor(private readonly labels: LabelService) {}

  @Delete('batch')
  async bulkRemove(@Body() criteria: Criteria) {
    return this.labels.bulkRemove(criteria)
  }

  @Delete('some')
  async bulkRemoveSome(@Body() criteria: Criteria) {
    return this.labels.bulkRemoveSome(criteria)
  }
}
