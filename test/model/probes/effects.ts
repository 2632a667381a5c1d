import { HttpService } from '@nestjs/axios'
import { InjectQueue } from '@nestjs/bullmq'
import { Injectable } from '@nestjs/common'
import { ClientProxy } from '@nestjs/microservices'
import { GetCommand, DynamoDBDocumentClient, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { GetObjectCommand, PutObjectCommand, S3, S3Client } from '@aws-sdk/client-s3'
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import Anthropic from '@anthropic-ai/sdk'
import { PubSub } from '@google-cloud/pubsub'
import { CheckoutAPI, Client } from '@adyen/api-library'
import { OrdersController, Client as PayPalClient } from '@paypal/paypal-server-sdk'
import sendgrid from '@sendgrid/mail'
import { WebClient } from '@slack/web-api'
import { IncomingWebhook } from '@slack/webhook'
import amqp from 'amqplib'
import AWS from 'aws-sdk'
import axios, { type AxiosInstance } from 'axios'
import { Queue } from 'bullmq'
import { BraintreeGateway } from 'braintree'
import { getMessaging } from 'firebase-admin/messaging'
import FormData from 'form-data'
import got from 'got'
import { request as httpRequest } from 'http'
import https from 'https'
import { Kafka } from 'kafkajs'
import ky from 'ky'
import Mailgun from 'mailgun.js'
import { connect } from 'nats'
import nodemailer from 'nodemailer'
import OpenAI from 'openai'
import { ServerClient } from 'postmark'
import { Resend } from 'resend'
import { firstValueFrom } from 'rxjs'
import { SquareClient } from 'square'
import Stripe from 'stripe'
import superagent from 'superagent'
import twilio from 'twilio'
import { request } from 'undici'

export async function call(url: string, init: RequestInit, order: { id: string }) {
  await fetch(url) // effect: http read unkeyed
  await fetch(url, { headers: { accept: 'text/plain' } }) // effect: http read unkeyed
  await fetch(url, { method: 'POST', body: '{}' }) // effect: http write unkeyed
  await fetch(url, { method: 'DELETE' }) // effect: http delete unkeyed
  await fetch(url, { method: 'POST', headers: { 'Idempotency-Key': order.id } }) // effect: http write keyed
  await fetch(url, init) // effect: http unknown keyed
  await request(url, { method: 'PUT' }) // effect: http write unkeyed
  await axios.get(url) // effect: http read
  await axios.post(url, order) // effect: http write unkeyed
  await axios({ url, method: 'post' }) // effect: http write unkeyed
  const shop = axios.create({ baseURL: url })
  await shop({ url: '/orders', method: 'post' }) // effect: http write unkeyed
  await shop('/orders', { method: 'delete' }) // effect: http delete unkeyed
  await got.post(url, { json: order }).json() // effect: http write unkeyed
  await got(url) // effect: http read unkeyed
  await ky.delete(url) // effect: http delete
  await superagent.post(url).send(order).set('accept', 'text/plain') // effect: http write
  https.get(url, (response) => response.resume()) // effect: http read
  httpRequest({ host: url, method: 'POST' }).end() // effect: http write unkeyed
}

class BillingApi {
  private readonly client: AxiosInstance
  constructor(base: string) {
    this.client = axios.create({ baseURL: base, timeout: 3000 })
  }
  charge(order: { id: string }) {
    return this.client.post('/charges', order, { headers: { 'idempotency-key': order.id } }) // effect: http write keyed
  }
  read(id: string) {
    return this.client.request({ url: `/charges/${id}` }) // effect: http read unkeyed
  }
}
export const billing = new BillingApi('http://billing')

@Injectable()
export class RateService {
  constructor(
    private readonly http: HttpService,
    private readonly client: ClientProxy,
    @InjectQueue('mails') private readonly mails: Queue,
  ) {}
  async rate(currency: string) {
    const { data } = await firstValueFrom(this.http.get<{ rate: number }>(`/rates/${currency}`)) // effect: http read
    this.client.emit('rates.read', { currency }) // effect: publish write
    await this.mails.add('rate', { currency }) // effect: enqueue write unkeyed
    await this.mails.add('rate', { currency }, { jobId: currency }) // effect: enqueue write keyed
    return data.rate
  }
}

const stripe = new Stripe('')
export async function pay(orderId: string, options: Stripe.RequestOptions) {
  await stripe.paymentIntents.create({ amount: 1, currency: 'eur' }) // effect: payment write unkeyed
  await stripe.paymentIntents.create({ amount: 1, currency: 'eur' }, { idempotencyKey: orderId }) // effect: payment write keyed
  await stripe.paymentIntents.create({ amount: 1, currency: 'eur' }, options) // effect: payment write keyed
  await stripe.paymentIntents.capture(orderId, {}, { idempotencyKey: orderId }) // effect: payment write keyed
  await stripe.customers.retrieve(orderId) // effect: payment read
  await stripe.checkout.sessions.create({ mode: 'payment' }) // effect: payment write unkeyed
  const square = new SquareClient({})
  await square.payments.create({ idempotencyKey: orderId, sourceId: 'x' }) // effect: payment write keyed
  const gateway = new BraintreeGateway({} as never)
  await gateway.transaction.sale({ amount: '1' }) // effect: payment write
  const orders = new OrdersController(new PayPalClient({}))
  await orders.captureOrder({ id: orderId, paypalRequestId: orderId }) // effect: payment write keyed
  const checkout = new CheckoutAPI(new Client({} as never))
  await checkout.PaymentsApi.payments({} as never) // effect: payment write unkeyed
}

export async function tell(to: string) {
  const transport = nodemailer.createTransport({ host: 'mail' })
  await transport.sendMail({ to, subject: 'Hello' }) // effect: email write
  await sendgrid.send({ to, from: to, subject: 'Hello', text: '' }) // effect: email write
  await new ServerClient('').sendEmail({ From: to, To: to, Subject: 'Hello', TextBody: '' }) // effect: email write
  await new Mailgun(FormData).client({ username: 'api', key: '' }).messages.create('example.org', { to: [to], from: to, subject: 'Hello', text: '' }) // effect: email write
  await new Resend('').emails.send({ from: to, to, subject: 'Hello', text: '' }) // effect: email write unkeyed
  await twilio('', '').messages.create({ to, body: 'Hello' }) // effect: sms write
  await new WebClient('').chat.postMessage({ channel: to, text: 'Hello' }) // effect: publish write
  await new IncomingWebhook('').send('Hello') // effect: publish write
  await getMessaging().send({ token: to }) // effect: publish write
}

export async function publish(id: string) {
  const producer = new Kafka({ brokers: [] }).producer()
  await producer.send({ topic: 'orders', messages: [{ value: id }] }) // effect: publish write
  const channel = await (await amqp.connect('amqp://queue')).createChannel()
  channel.sendToQueue('orders', Buffer.from(id)) // effect: publish write
  const nats = await connect()
  nats.publish('orders', id) // effect: publish write
  await new PubSub().topic('orders').publishMessage({ data: Buffer.from(id) }) // effect: publish write
}

export async function amazon(Key: string) {
  const files = new S3Client({})
  await files.send(new GetObjectCommand({ Bucket: 'b', Key })) // effect: storage read
  const command = new PutObjectCommand({ Bucket: 'b', Key })
  await files.send(command) // effect: storage write
  await new S3({}).deleteObject({ Bucket: 'b', Key }) // effect: storage delete
  await new SQSClient({}).send(new SendMessageCommand({ QueueUrl: 'q', MessageBody: Key, MessageDeduplicationId: Key })) // effect: enqueue write keyed
  await new AWS.S3().upload({ Bucket: 'b', Key, Body: '' }).promise() // effect: storage write
  const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}))
  await documents.send(new GetCommand({ TableName: 'orders', Key: { id: Key } })) // operation: query read one orders; transaction: out
  await documents.send(new PutCommand({ TableName: 'orders', Item: { id: Key } })) // operation: query write one orders
  await documents.send(new QueryCommand({ TableName: 'orders' })) // operation: query read many orders
  await new AWS.DynamoDB.DocumentClient().get({ TableName: 'orders', Key: { id: Key } }).promise() // operation: query read one orders
}

export async function ask(content: string) {
  await new OpenAI().chat.completions.create({ model: 'm', messages: [{ role: 'user', content }] }) // effect: llm unknown unkeyed
  await new Anthropic().messages.create({ model: 'm', max_tokens: 1, messages: [{ role: 'user', content }] }) // effect: llm unknown
}
