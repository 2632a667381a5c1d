import { Cascade, Collection, Entity, EntitySchema, ManyToOne, OneToMany, PrimaryKey, Property } from '@mikro-orm/core'

@Entity()
export class Author {
  @PrimaryKey() id!: number
  @OneToMany({ entity: () => Article, mappedBy: 'author', cascade: [Cascade.PERSIST, Cascade.REMOVE] }) articles = new Collection<Article>(this) // expect: cascading-delete
}

@Entity()
export class Article {
  @PrimaryKey() id!: number
  @Property() title!: string
  @ManyToOne(() => Author) author!: Author
}

@Entity()
export class Company {
  @PrimaryKey() id!: number
}

@Entity()
export class Message {
  @PrimaryKey() id!: number
  @Property() text!: string
  @ManyToOne({ entity: () => Company, deleteRule: 'cascade' }) company!: Company // expect: cascading-delete
}

export interface Site {
  id: number
  visits: Collection<Visit>
}
export interface Visit {
  id: number
  site: Site
  at: Date
}
export const SiteSchema = new EntitySchema<Site>({
  name: 'Site',
  properties: {
    id: { type: 'number', primary: true },
    visits: { kind: '1:m', entity: 'Visit', mappedBy: 'site', orphanRemoval: true }, // expect: cascading-delete
  },
})
export const VisitSchema = new EntitySchema<Visit>({
  name: 'Visit',
  properties: { id: { type: 'number', primary: true }, at: { type: 'Date' }, site: { kind: 'm:1', entity: 'Site' } },
})
