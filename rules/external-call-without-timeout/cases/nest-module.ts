import { HttpModule, HttpService } from '@nestjs/axios'
import { Controller, Get, Module } from '@nestjs/common'
import { firstValueFrom } from 'rxjs'

@Controller('rates')
export class RateController {
  constructor(private readonly http: HttpService) {}

  @Get()
  async list(): Promise<unknown> {
    const response = await firstValueFrom(this.http.get('https://rates.example.com/latest'))
    return response.data
  }
}

@Module({ imports: [HttpModule.register({ timeout: 5000 })], controllers: [RateController] })
export class RateModule {}
