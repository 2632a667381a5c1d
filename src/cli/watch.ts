/**
 * `--watch`: checks again whenever a file changes.
 */
import { watch as watchFiles } from 'chokidar'
import { describe } from './errors.js'
import type { ExitCode } from './exit.js'

/** Milliseconds of quiet after a change: editors write several files at once. */
const QUIET = 150

/** Folders in which nothing is written by hand. */
const LEFT_OUT = /(?:^|[\\/])(?:node_modules|\.git|dist|build|coverage|\.next|\.turbo|\.cache)(?:[\\/]|$)/

/**
 * Runs a check now and after every change below a folder, until the process is interrupted.
 *
 * @returns the exit code of the last check
 */
export async function watch(folder: string, check: () => Promise<ExitCode>): Promise<ExitCode> {
  let code = await checkAndTell(check)
  let isRunning = false
  let isStale = false
  let timer: NodeJS.Timeout | undefined
  const again = async () => {
    isRunning = true
    do {
      isStale = false
      if (process.stdout.isTTY) process.stdout.write('\u001b[2J\u001b[3J\u001b[H')
      code = await checkAndTell(check)
    } while (isStale)
    isRunning = false
  }
  const watcher = watchFiles(folder, { ignoreInitial: true, ignored: (file) => LEFT_OUT.test(file.slice(folder.length)) })
  watcher.on('all', () => {
    isStale = true
    clearTimeout(timer)
    timer = setTimeout(() => {
      if (!isRunning) void again()
    }, QUIET)
  })
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
  })
  clearTimeout(timer)
  await watcher.close()
  return code
}

/** A mistake in the configuration is told, and mended while the program watches. */
async function checkAndTell(check: () => Promise<ExitCode>): Promise<ExitCode> {
  let code: ExitCode = 2
  try {
    code = await check()
  } catch (error) {
    process.stderr.write(`${describe(error)}\n`)
  }
  process.stderr.write('Watching for changes. Press Ctrl+C to stop.\n')
  return code
}
