import { Controller, Injectable, Post, UploadedFile, UploadedFiles, UseInterceptors } from '@nestjs/common'
import { FileInterceptor, FilesInterceptor } from '@nestjs/platform-express'
import { Workbook } from 'exceljs'
import { PDFDocument } from 'pdf-lib'

@Injectable()
export class ImportService {
  async rows(file: Express.Multer.File): Promise<number> {
    const book = new Workbook()
    await book.xlsx.readFile(file.path) // expect: sync-file-processing
    return book.worksheets[0]?.rowCount ?? 0
  }
}

@Controller('imports')
export class ImportController {
  constructor(private readonly imports: ImportService) {}

  @Post('orders')
  @UseInterceptors(FileInterceptor('orders'))
  orders(@UploadedFile() file: Express.Multer.File) {
    return this.imports.rows(file)
  }

  @Post('contracts')
  @UseInterceptors(FilesInterceptor('contracts'))
  async contracts(@UploadedFiles() files: Express.Multer.File[]) {
    const pages: number[] = []
    for (const file of files) {
      const contract = await PDFDocument.load(file.buffer) // expect: sync-file-processing
      pages.push(contract.getPageCount())
    }
    return pages
  }

  @Post('notes')
  @UseInterceptors(FileInterceptor('note'))
  note(@UploadedFile() file: Express.Multer.File) {
    return { name: file.originalname, size: file.size }
  }
}
