// LoopBack 4: decorated controllers, repositories of entities, transactions begun on a repository.
import { authenticate } from '@loopback/authentication'
import { BindingScope, inject, injectable, service } from '@loopback/core'
import { belongsTo, DefaultCrudRepository, DefaultTransactionalRepository, Entity, IsolationLevel, juggler, model, property, repository } from '@loopback/repository'
import { get, getModelSchemaRef, param, post, requestBody } from '@loopback/rest'

@model()
class Author extends Entity {
  @property({ type: 'number', id: true }) id: number
  @property({ type: 'string' }) name: string
}
@model()
class Book extends Entity {
  @property({ type: 'number', id: true }) id: number
  @property({ type: 'string', required: true }) title: string
  @property({ type: 'number' }) copies: number
  @belongsTo(() => Author) authorId: number
}
@model()
class Loan extends Entity {
  @property({ type: 'number', id: true }) id: number
  @property({ type: 'number' }) bookId: number
}

class BookRepository extends DefaultTransactionalRepository<Book, number> {
  constructor(@inject('datasources.db') dataSource: juggler.DataSource) {
    super(Book, dataSource)
  }
}
class AuthorRepository extends DefaultCrudRepository<Author, number> {
  constructor(@inject('datasources.db') dataSource: juggler.DataSource) {
    super(Author, dataSource)
  }
}
class LoanRepository extends DefaultCrudRepository<Loan, number> {
  constructor(@inject('datasources.db') dataSource: juggler.DataSource) {
    super(Loan, dataSource)
  }
}

@injectable({ scope: BindingScope.TRANSIENT })
class LoanService {
  constructor(
    @repository(BookRepository) private books: BookRepository,
    @repository(LoanRepository) private loans: LoanRepository,
  ) {}
  async lend(id: number) {
    const book = await this.books.findById(id)
    if (book.copies < 1) throw new Error('none left')
    await this.books.updateById(id, { copies: book.copies - 1 }) // expect: check-then-act, missing-transaction
    await this.loans.create({ bookId: id })
  }
  async lendBeside(id: number) {
    const tx = await this.books.beginTransaction(IsolationLevel.READ_COMMITTED)
    try {
      await this.loans.create({ bookId: id }) // expect: escaped-transaction
      await this.books.updateAll({ copies: 0 }, { id }, { transaction: tx })
      await tx.commit()
    } catch (error) {
      await tx.rollback()
      throw error
    }
  }
  async lendInside(id: number) {
    const tx = await this.books.beginTransaction(IsolationLevel.READ_COMMITTED)
    try {
      await this.loans.create({ bookId: id }, { transaction: tx })
      await this.books.updateAll({ copies: 0 }, { id }, { transaction: tx })
      await tx.commit()
    } catch (error) {
      await tx.rollback()
      throw error
    }
  }
}

@authenticate('jwt')
export class BookController {
  constructor(
    @repository(BookRepository) private books: BookRepository,
    @repository(AuthorRepository) private authors: AuthorRepository,
    @service(LoanService) private loans: LoanService,
  ) {}
  @get('/books')
  async list() {
    const books = await this.books.find() // expect: unbounded-query
    const result: unknown[] = []
    for (const book of books) result.push({ ...book, author: await this.authors.findById(book.authorId) }) // expect: n-plus-one-query
    return result
  }
  @get('/books/page')
  async page(@param.query.number('limit') limit: number) {
    return this.books.find({ limit }) // expect: unbounded-query
  }
  @get('/books/first')
  async first() {
    return this.books.find({ limit: 20, include: ['author'] })
  }
  @get('/books/search')
  async search(@param.query.string('title') title: string) {
    return this.books.execute(`SELECT id FROM book WHERE title = '${title}' LIMIT 5`) // expect: sql-injection
  }
  @post('/books')
  async create(@requestBody({ content: { 'application/json': { schema: getModelSchemaRef(Book, { exclude: ['id'] }) } } }) book: Omit<Book, 'id'>) {
    return this.books.create(book)
  }
  @post('/books/import')
  async import(@requestBody() books: any) { // expect: unvalidated-input
    return this.books.createAll(books)
  }
  @post('/books/{id}/lend')
  async lend(@param.path.number('id') id: number) {
    await this.loans.lend(id)
    await this.loans.lendBeside(id)
    await this.loans.lendInside(id)
  }
}
