import { BadRequestException, Body, Controller, ForbiddenException, Get, Post, Put, Query } from '@nestjs/common'

@Controller('bookings')
export class BookingsController {
  @Post()
  create(@Body() body: any) {
    if (!body.guest) throw new BadRequestException('guest is required') // expect: scattered-validation
    if (!Array.isArray(body.nights) || body.nights.length === 0) throw new BadRequestException('nights are required')
    return body
  }

  @Put('price')
  price(@Body() body: { price: number }) {
    if (body.price < 0) {
      throw new BadRequestException('price must be positive')
    }
    return body
  }

  @Get()
  list(@Query('room') room: string, @Query('secret') secret: string) {
    if (secret !== 'open') throw new ForbiddenException()
    if (!room) throw new BadRequestException('room is required')
    return []
  }
}
