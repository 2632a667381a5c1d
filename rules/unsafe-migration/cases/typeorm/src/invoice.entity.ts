import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm'

@Entity('invoices')
export class Invoice {
  @PrimaryGeneratedColumn()
  id: number

  @Column({ name: 'customer_name' })
  customer: string

  @Column()
  total: number
}
