import { Body, Controller, Injectable, Post } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { ValidationPipe } from '@nestjs/common'
import { IsBoolean, IsOptional, IsString } from 'class-validator'
import { Kysely, sql } from 'kysely'

class Preferences {
  @IsOptional()
  @IsBoolean()
  mails!: boolean

  @IsOptional()
  @IsBoolean()
  reminders!: boolean
}

class Note {
  @IsString()
  text!: string
}

@Injectable()
export class CustomerStore {
  constructor(private readonly db: Kysely<{ customers: { id: string; settings: string } }>) {}

  // Whichever property it is, the pipe made it fit its type.
  setPreference(id: string, name: 'mails' | 'reminders', value: boolean) {
    return this.db.updateTable('customers').set({ settings: sql`settings || jsonb_build_object(${sql.lit(name)}, ${sql.lit(value)})` }).where('id', '=', id).execute()
  }

  setNote(id: string, text: string) {
    return this.db.updateTable('customers').set({ settings: sql`settings || ${sql.raw(`'${text}'`)}` }).where('id', '=', id).execute() // expect: sql-injection
  }
}

@Controller('preferences')
export class PreferencesController {
  constructor(private readonly store: CustomerStore) {}

  @Post()
  async change(@Body() preferences: Preferences) {
    const names = ['mails', 'reminders'] as const
    for (const name of names) if (preferences[name] !== undefined) return this.store.setPreference('1', name, preferences[name])
    return undefined
  }

  @Post('note')
  note(@Body() note: Note) {
    return this.store.setNote('1', note.text)
  }
}

class AppModule {}

export async function main() {
  const app = await NestFactory.create(AppModule)
  app.useGlobalPipes(new ValidationPipe({ whitelist: true }))
  await app.listen(3000)
}
