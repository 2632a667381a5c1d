export async function POST(request: Request) { // expect: missing-rate-limit
  return Response.json(await request.json())
}
