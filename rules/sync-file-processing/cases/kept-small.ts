// How large an upload may be says how long parsing it takes.
import { BadRequestException, Controller, Post, UploadedFile, UseInterceptors } from '@nestjs/common'
import { FileInterceptor } from '@nestjs/platform-express'
import sharp from 'sharp'
import * as XLSX from 'xlsx'

const LARGEST_SHEET = 5 * 1024 * 1024
const sheetOptions = { limits: { fileSize: LARGEST_SHEET } }

const optionsFor = (folder: string) => {
  const dest = `uploads/${folder}`
  return { dest, limits: { fileSize: LARGEST_SHEET } }
}

function optionsForFilms(folder: string) {
  return { dest: `uploads/${folder}`, limits: { fileSize: 40 * LARGEST_SHEET } }
}

interface Uploaded {
  buffer: Buffer
  size: number
}

@Controller('sheets')
export class SheetController {
  @Post('small')
  @UseInterceptors(FileInterceptor('file', { limits: { fileSize: LARGEST_SHEET } }))
  small(@UploadedFile() file: Uploaded) {
    try {
      return JSON.parse(file.buffer.toString('utf8')) // expect-low: sync-file-processing
    } catch {
      throw new BadRequestException()
    }
  }
  @Post('named')
  @UseInterceptors(FileInterceptor('file', sheetOptions))
  named(@UploadedFile() file: Uploaded) {
    return XLSX.read(file.buffer).SheetNames // expect-low: sync-file-processing
  }
  @Post('made')
  @UseInterceptors(FileInterceptor('file', optionsFor('sheets')))
  made(@UploadedFile() file: Uploaded) {
    return XLSX.read(file.buffer).SheetNames // expect-low: sync-file-processing
  }
  @Post('films')
  @UseInterceptors(FileInterceptor('file', optionsForFilms('films')))
  films(@UploadedFile() file: Uploaded) {
    return sharp(file.buffer).resize(100).toBuffer() // expect: sync-file-processing
  }
  @Post('tested')
  @UseInterceptors(FileInterceptor('file'))
  tested(@UploadedFile() file: Uploaded) {
    return this.namesIn(file, { maxSize: LARGEST_SHEET })
  }
  private namesIn(file: Uploaded, options: { maxSize: number }) {
    if (file.size > options.maxSize) throw new BadRequestException()
    return XLSX.read(file.buffer).SheetNames // expect-low: sync-file-processing
  }
  @Post('untested')
  @UseInterceptors(FileInterceptor('file'))
  untested(@UploadedFile() file: Uploaded) {
    return XLSX.read(file.buffer).SheetNames // expect: sync-file-processing
  }
  @Post('any')
  @UseInterceptors(FileInterceptor('file'))
  any(@UploadedFile() file: Uploaded) {
    return JSON.parse(file.buffer.toString('utf8')) // expect: sync-file-processing
  }
  @Post('large')
  @UseInterceptors(FileInterceptor('file', { limits: { fileSize: 200 * 1024 * 1024 } }))
  large(@UploadedFile() file: Uploaded) {
    return JSON.parse(file.buffer.toString('utf8')) // expect: sync-file-processing
  }

  // Two functions work on one file of one request: one job does both.
  @Post('picture')
  @UseInterceptors(FileInterceptor('file'))
  async picture(@UploadedFile() file: Uploaded) {
    const small = await this.shrunk(file.buffer)
    const large = await this.enlarged(file.buffer)
    return { small: small.length, large: large.length }
  }
  private shrunk(picture: Buffer) {
    return sharp(picture).resize(100).toBuffer() // expect: sync-file-processing
  }
  private enlarged(picture: Buffer) {
    return sharp(picture).resize(2000).webp().toBuffer()
  }
}
