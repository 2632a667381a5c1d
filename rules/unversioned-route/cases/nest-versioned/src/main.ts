import { Module, VersioningType } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { BookingsController } from './bookings.controller'

@Module({ controllers: [BookingsController] })
class AppModule {}

export async function start() {
  const app = await NestFactory.create(AppModule)
  app.enableVersioning({ type: VersioningType.URI, defaultVersion: '1' })
  await app.listen(3000)
}
