import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm'

@Entity()
export class Order {
  @PrimaryGeneratedColumn()
  id: number

  @Column()
  status: string
}

@Entity()
export class OrderLine {
  @PrimaryGeneratedColumn()
  id: number

  @Column()
  orderId: number
}

@Entity()
export class AuditLog {
  @PrimaryGeneratedColumn()
  id: number

  @Column()
  what: string
}
