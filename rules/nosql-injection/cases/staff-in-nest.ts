import { Body, Controller, Injectable, Module, Post, SetMetadata, UseGuards, type CanActivate, type ExecutionContext } from '@nestjs/common'
import { InjectModel } from '@nestjs/mongoose'
import { Model } from 'mongoose'

enum Role {
  User = 'user',
  Admin = 'admin',
  SuperAdmin = 'super-admin',
}
const Roles = (...roles: Role[]) => SetMetadata('roles', roles)

interface Course {
  title: string
  city: string
  price: number
}
interface CourseDto {
  title: string
  city: string
}

@Injectable()
class RolesGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    return context.switchToHttp().getRequest().user !== undefined
  }
}
@Injectable()
class JwtAdminGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    return context.switchToHttp().getRequest().user?.role === 'admin'
  }
}

@Injectable()
class CourseService {
  constructor(@InjectModel('Course') private readonly courses: Model<Course>) {}

  byCity(dto: CourseDto) {
    return this.courses.find({ city: dto.city }) // expect: nosql-injection
  }
  forStaff(dto: CourseDto) {
    return this.courses.find({ city: dto.city }) // expect-low: nosql-injection
  }
  forEverybody(dto: CourseDto) {
    return this.courses.find({ city: dto.city }) // expect: nosql-injection
  }
}

@Controller('courses')
@UseGuards(RolesGuard)
class CourseController {
  constructor(private readonly service: CourseService) {}

  @Post('by-city')
  byCity(@Body() dto: CourseDto) {
    return this.service.byCity(dto)
  }
  @Post('staff')
  @Roles(Role.Admin, Role.SuperAdmin)
  forStaff(@Body() dto: CourseDto) {
    return this.service.forStaff(dto)
  }
  @Post('everybody')
  @Roles(Role.Admin, Role.User)
  forEverybody(@Body() dto: CourseDto) {
    return this.service.forEverybody(dto)
  }
}

@Controller('back')
@UseGuards(JwtAdminGuard)
class BackController {
  constructor(private readonly service: CourseService) {}

  @Post('staff')
  forStaff(@Body() dto: CourseDto) {
    return this.service.forStaff(dto)
  }
}

@Module({ controllers: [CourseController, BackController], providers: [CourseService] })
export class CourseModule {}
