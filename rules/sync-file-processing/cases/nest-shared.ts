import { Body, Controller, Injectable, Post, UploadedFile, UseInterceptors } from '@nestjs/common'
import { FileInterceptor } from '@nestjs/platform-express'
import * as XLSX from 'xlsx'

// Two entry points lead here: the one at which the file was seen to come in is named.
@Injectable()
export class PriceSheets {
  rows(sheet: Buffer) {
    const book = XLSX.read(sheet, { type: 'buffer' }) // expect: sync-file-processing
    return XLSX.utils.sheet_to_json(book.Sheets['prices'] as XLSX.WorkSheet)
  }
}

@Controller('prices')
export class PriceController {
  constructor(private readonly sheets: PriceSheets) {}

  @Post('preview')
  @UseInterceptors(FileInterceptor('sheet'))
  preview(@UploadedFile() file: Express.Multer.File) {
    return this.sheets.rows(file.buffer)
  }

  @Post('apply')
  @UseInterceptors(FileInterceptor('sheet'))
  apply(@UploadedFile() file: Express.Multer.File, @Body() body: { confirmed: boolean }) {
    return body.confirmed ? this.sheets.rows(file.buffer) : []
  }
}
