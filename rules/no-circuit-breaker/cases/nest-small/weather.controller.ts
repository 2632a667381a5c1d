import { Controller, Get } from '@nestjs/common'

@Controller('weather')
export class WeatherController {
  @Get()
  async today(): Promise<unknown> {
    return (await fetch('https://weather.example.com', { signal: AbortSignal.timeout(1000) })).json() // expect-low: no-circuit-breaker
  }
}
