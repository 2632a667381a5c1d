const Koa = require('koa')
const Router = require('@koa/router')
const { WebClient } = require('@slack/web-api')
const nodemailer = require('nodemailer')

const slack = new WebClient(process.env.SLACK_TOKEN)
const mailer = nodemailer.createTransport({ host: 'mail.example.com' })
const router = new Router()

// The steps of one thing at one service.
router.post('/channels', async (ctx) => {
  const { channel } = await slack.conversations.create({ name: ctx.request.body.name })
  await slack.conversations.invite({ channel: channel.id, users: ctx.request.body.users })
  ctx.status = 201
})

router.post('/shops', async (ctx) => {
  await fetch('https://crm.example.com/shops', { method: 'POST', body: ctx.request.body.name }) // expect: slow-work-in-request
  await mailer.sendMail({ to: ctx.request.body.email, subject: 'Your shop is open' })
  ctx.status = 201
})

new Koa().use(router.routes())
