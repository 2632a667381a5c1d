'use client'
import { archive } from './actions'

// Each call is a request of its own, sent by a browser.
export async function archiveSelected(ids: number[]) {
  for (const id of ids) await archive(id)
}
