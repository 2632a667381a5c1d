import express, { type Request, type Response } from 'express'
import { PrismaClient } from '@prisma/client'
import { z } from 'zod'

const app = express()
const prisma = new PrismaClient()

/** Checks the query before the handler runs. */
function handle<Q extends z.ZodType>({ querySchema }: { querySchema: Q }) {
  return (run: (req: Request & { query: z.infer<Q> }) => Promise<unknown>) => async (req: Request, res: Response) => {
    const parsed = querySchema.safeParse(req.query)
    if (!parsed.success) return res.status(400).json(parsed.error)
    return res.json(await run(Object.assign(req, { query: parsed.data })))
  }
}

const AuditPage = { querySchema: z.object({ limit: z.coerce.number().int().positive().max(100) }) }
const WholeAudit = { querySchema: z.object({ limit: z.coerce.number().int().positive() }) }

app.get('/audit', handle(AuditPage)(async (req) => prisma.auditLog.findMany({ take: Number(req.query.limit) })))
app.get('/audit/all', handle(WholeAudit)(async (req) => prisma.auditLog.findMany({ take: Number(req.query.limit) }))) // expect: unbounded-query
