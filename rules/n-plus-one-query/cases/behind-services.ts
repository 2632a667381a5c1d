import { Pool } from 'pg'

const pool = new Pool()

interface Product {
  id: string
  price: number
}

interface ProductSource {
  byId(id: string): Promise<Product>
}

class ProductRepository implements ProductSource {
  async byId(id: string): Promise<Product> {
    const { rows } = await pool.query('SELECT id, price FROM products WHERE id = $1', [id])
    return rows[0]
  }

  async byIds(ids: string[]): Promise<Product[]> {
    const { rows } = await pool.query('SELECT id, price FROM products WHERE id = ANY($1)', [ids])
    return rows
  }
}

abstract class Priced {
  protected abstract price(id: string): Promise<number>

  async total(ids: string[]): Promise<number> {
    let total = 0
    for (const id of ids) total += await this.price(id) // expect: n-plus-one-query
    return total
  }
}

class CartPricing extends Priced {
  constructor(private readonly products: ProductSource) {
    super()
  }

  protected async price(id: string): Promise<number> {
    return (await this.products.byId(id)).price
  }
}

// A helper of the project that runs a function for every element.
async function inOrder<T, R>(items: T[], run: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  for (const item of items) results.push(await run(item))
  return results
}

// A helper that hands over groups.
async function inGroups<T>(items: T[], size: number, run: (group: T[]) => Promise<void>): Promise<void> {
  for (let start = 0; start < items.length; start += size) await run(items.slice(start, start + size))
}

class CartService {
  private readonly repository = new ProductRepository()

  async products(ids: string[]): Promise<Product[]> {
    return inOrder(ids, (id) => this.repository.byId(id)) // expect: n-plus-one-query
  }

  async mapped(ids: string[]): Promise<Product[]> {
    return Promise.all(ids.map(this.load.bind(this))) // expect: n-plus-one-query
  }

  private load(id: string): Promise<Product> {
    return this.repository.byId(id)
  }

  async together(ids: string[]): Promise<Product[]> {
    return this.repository.byIds(ids)
  }

  async grouped(ids: string[]): Promise<void> {
    await inGroups(ids, 200, async (group) => {
      await this.repository.byIds(group)
    })
  }
}

interface Category {
  id: string
  children?: Category[]
}

async function tree(parent: string): Promise<Category[]> {
  const { rows } = await pool.query('SELECT id FROM categories WHERE parent_id = $1', [parent])
  for (const row of rows) row.children = await tree(row.id) // expect: n-plus-one-query
  return rows
}

export { CartPricing, CartService, tree }
