import { withLimit } from '../../../lib/limits'

export const POST = withLimit(async (request) => Response.json(await request.json()))
