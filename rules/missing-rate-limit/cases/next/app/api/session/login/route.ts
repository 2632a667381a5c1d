// Another service checks what was sent, and may limit it.
export async function POST(request: Request) { // expect-low: missing-rate-limit
  const answer = await fetch(`${process.env.ACCOUNTS_URL}/login`, { method: 'POST', body: await request.text() })
  return new Response(await answer.text(), { status: answer.status })
}
