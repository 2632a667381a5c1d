// Reads what somebody has picked in a browser: that it takes a test out of a file of the server does not make it run there.
import { isSeat } from './seats'

export function readUpload(file: File, told: (line: string) => Promise<void>): void {
  const reader = new FileReader()
  reader.onload = () => {
    String(reader.result).split('\n').forEach(async (line) => {
      if (isSeat(line)) await told(line)
    })
  }
  reader.readAsText(file)
}
