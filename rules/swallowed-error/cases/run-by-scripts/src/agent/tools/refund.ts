/** What an agent calls, and no script. */
export async function refund(id: number): Promise<unknown[]> {
  try {
    return await send(`https://pay.example.com/${id}`)
  } catch { // expect: swallowed-error
    return []
  }
}

async function send(url: string): Promise<unknown[]> {
  const response = await fetch(url, { method: 'POST', signal: AbortSignal.timeout(1000) })
  return response.ok ? ((await response.json()) as unknown[]) : []
}
