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

router.post('/stamps', async (ctx) => {
  await new Promise<void>((resolve, reject) => {
    formidable({}).parse(ctx.req, (error, fields, files) => {
      if (error) return reject(error)
      resolve(sharp(files.stamp![0]!.filepath).resize(50).toFile(`${fields.name}.png`).then(() => undefined)) // expect: sync-file-processing
    })
  })
})

app.use(router.routes())
