import { HttpModule, HttpService } from '@nestjs/axios'
import { Controller, Get, Injectable, Module } from '@nestjs/common'
import { firstValueFrom, timeout } from 'rxjs'

@Injectable()
export class RateService {
  constructor(private readonly http: HttpService) {}

  async latest(): Promise<unknown> {
    const response = await firstValueFrom(this.http.get('https://rates.example.com/latest'))
    return response.data
  }

  async history(): Promise<unknown> {
    const response = await firstValueFrom(this.http.get('https://rates.example.com/history').pipe(timeout(2000)))
    return response.data
  }
}

@Controller('rates')
export class RateController {
  constructor(private readonly rates: RateService) {}

  @Get()
  list(): Promise<unknown> {
    return this.rates.latest()
  }

  @Get('history')
  history(): Promise<unknown> {
    return this.rates.history()
  }
}

@Module({
  imports: [HttpModule.register({ maxRedirects: 2 })], // expect: external-call-without-timeout
  controllers: [RateController],
  providers: [RateService],
})
export class RateModule {}
