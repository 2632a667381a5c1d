import { Args, Field, InputType, ObjectType, Query, Resolver } from '@nestjs/graphql'
import { InjectModel } from '@nestjs/mongoose'
import GraphQLJSON from 'graphql-type-json'
import type { Model } from 'mongoose'

@ObjectType()
class Seat {
  @Field() code!: string
}

@InputType()
class SeatFilter {
  @Field() code!: string
}

@Resolver(() => Seat)
export class SeatResolver {
  constructor(@InjectModel('Seat') private readonly seats: Model<Seat>) {}

  @Query(() => [Seat])
  search(@Args('where', { type: () => GraphQLJSON }) where: any) {
    return this.seats.find(where).limit(20).exec() // expect: nosql-injection
  }

  @Query(() => [Seat])
  byCode(@Args('filter') filter: SeatFilter) {
    return this.seats.find({ code: filter.code }).limit(20).exec()
  }
}
