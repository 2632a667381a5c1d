import formidable from 'formidable'
import Koa from 'koa'
import Router from '@koa/router'
import sharp from 'sharp'

const app = new Koa()
const router = new Router()

router.post('/scans', async (ctx) => {
  const [, files] = await formidable({}).parse(ctx.req)
  const scan = files.scan?.[0]
  await sharp(scan!.filepath).rotate().toFile('scan.png') // expect: sync-file-processing
  ctx.status = 201
})

app.use(router.routes())
