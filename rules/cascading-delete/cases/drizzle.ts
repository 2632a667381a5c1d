import { integer, pgTable, serial, text, timestamp } from 'drizzle-orm/pg-core'

export const organizations = pgTable('organizations', { id: serial('id').primaryKey(), name: text('name') })

export const projects = pgTable('projects', {
  id: serial('id').primaryKey(),
  organizationId: integer('organization_id').references(() => organizations.id, { onDelete: 'cascade' }), // expect: cascading-delete
  title: text('title'),
})

export const events = pgTable('events', {
  id: serial('id').primaryKey(),
  projectId: integer('project_id').references(() => projects.id, { onDelete: 'cascade' }),
  payload: text('payload'),
  at: timestamp('at'),
})

// Emptied and restricted keys take nothing with them.
export const customers = pgTable('customers', { id: serial('id').primaryKey() })
export const orders = pgTable('orders', { id: serial('id').primaryKey(), customerId: integer('customer_id').references(() => customers.id, { onDelete: 'set null' }), total: integer('total') })
export const payments = pgTable('payments', { id: serial('id').primaryKey(), customerId: integer('customer_id').references(() => customers.id, { onDelete: 'restrict' }), amount: integer('amount') })
export const invoices = pgTable('invoices', { id: serial('id').primaryKey(), customerId: integer('customer_id').references(() => customers.id), amount: integer('amount') })

export const students = pgTable('students', { id: serial('id').primaryKey(), name: text('name') })
export const enrolments = pgTable('enrolments', {
  id: serial('id').primaryKey(),
  studentId: integer('student_id').references(() => students.id, { onDelete: 'cascade' }), // expect: cascading-delete
  course: text('course'),
  grade: text('grade'),
})
