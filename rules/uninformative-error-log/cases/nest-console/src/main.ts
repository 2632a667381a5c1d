import { NestFactory } from '@nestjs/core'

async function start(): Promise<void> {
  const app = await NestFactory.create({} as never)
  await app.listen(3000)
  console.log('listening')
}

void start()
