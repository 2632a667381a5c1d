import { allTexts } from '../../lib/texts'

export const revalidate = 3600

// Next keeps the answer for an hour; nobody waits for the files.
export function GET() {
  return new Response(allTexts('help').join('\n'))
}
