import { BelongsToMany, Column, ForeignKey, Model, Table } from 'sequelize-typescript'

@Table
export class Customer extends Model {
  @Column
  name!: string
}

@Table
export class Club extends Model {
  @Column
  name!: string

  @BelongsToMany(() => Customer, () => ClubCustomer)
  customers!: Customer[]
}

@Table
export class ClubCustomer extends Model {
  @ForeignKey(() => Club)
  @Column
  clubId!: number

  @ForeignKey(() => Customer)
  @Column
  customerId!: number
}
