import { Body, Controller, Module, Put } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'

// Bytes have no fields that a pipe could look at.
@Controller('bucket')
class BucketController {
  @Put('file')
  upload(@Body() contents: Buffer) {
    if (!Buffer.isBuffer(contents)) throw new Error('a file is needed')
    return { size: contents.length }
  }
}

@Module({ controllers: [BucketController] })
class BucketModule {}

export async function bootstrapBucket() {
  const app = await NestFactory.create(BucketModule)
  await app.listen(3001)
}
