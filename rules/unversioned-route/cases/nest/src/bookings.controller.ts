import { Controller, Delete, Get, Post, Put } from '@nestjs/common'

@Controller('bookings')
export class BookingsController {
  @Get() // expect: unversioned-route
  list() {
    return []
  }

  @Post()
  create() {
    return {}
  }

  @Get(':id')
  one() {
    return {}
  }

  @Put(':id')
  change() {
    return {}
  }

  @Delete(':id')
  remove() {
    return {}
  }
}
