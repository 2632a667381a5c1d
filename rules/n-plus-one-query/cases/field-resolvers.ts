import { Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql'
import { Injectable } from '@nestjs/common'
import DataLoader from 'dataloader'
import { Column, Entity, PrimaryGeneratedColumn, Repository } from 'typeorm'

@Entity()
class Author {
  @PrimaryGeneratedColumn() id!: number
  @Column() name!: string
}

class Book {
  authorId!: number
  publisherId!: number
}

@Injectable()
class AuthorService {
  constructor(private readonly authors: Repository<Author>) {}

  one(id: number) {
    return this.authors.findOneBy({ id })
  }
}

@Resolver(() => Book)
export class BookResolver {
  constructor(private readonly authors: AuthorService) {}

  @ResolveField()
  author(@Parent() book: Book) {
    return this.authors.one(book.authorId) // expect: n-plus-one-query
  }

  // Keys of all parents are collected.
  @ResolveField()
  publisher(@Parent() book: Book, @Context('publishers') publishers: DataLoader<number, Author>) {
    return publishers.load(book.publisherId)
  }

  // In memory.
  @ResolveField()
  label(@Parent() book: Book) {
    return `book of ${book.authorId}`
  }

  @Query(() => Author)
  async first() {
    return this.authors.one(1)
  }

  @Query(() => [Book])
  async all() {
    return [] as Book[]
  }
}

class Library {
  name!: string
}

/** There is one library: its fields are resolved once for a request. */
@Resolver(() => Library)
export class LibraryResolver {
  constructor(private readonly authors: AuthorService) {}

  @Query(() => Library)
  library() {
    return { name: 'central' }
  }

  @ResolveField(() => Author)
  patron(@Parent() library: Library) {
    return this.authors.one(library.name.length)
  }
}
