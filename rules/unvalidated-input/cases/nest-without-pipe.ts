import { Body, Controller, Module, Post } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { IsString } from 'class-validator'

class CreateTeam {
  @IsString()
  name!: string
}

@Controller('teams')
class TeamController {
  @Post()
  create(@Body() dto: CreateTeam) {
    return { name: dto.name }
  }
  @Post('rename')
  rename(@Body() dto: CreateTeam) {
    return { name: dto.name }
  }
}

@Module({ controllers: [TeamController] })
class AppModule {}

export async function bootstrap() {
  const app = await NestFactory.create(AppModule) // expect: unvalidated-input
  await app.listen(3000)
}
