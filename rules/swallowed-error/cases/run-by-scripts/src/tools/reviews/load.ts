/** Whoever runs the script sees that there are none. */
export async function loadReviews(): Promise<unknown[]> {
  try {
    return await answerOf('https://reviews.example.com')
  } catch { // expect-low: swallowed-error
    return []
  }
}

async function answerOf(url: string): Promise<unknown[]> {
  const response = await fetch(url, { method: 'POST', signal: AbortSignal.timeout(1000) })
  return response.ok ? ((await response.json()) as unknown[]) : []
}
