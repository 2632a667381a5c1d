import { err, ok, type Result } from 'neverthrow'

export function book(seats: number): Result<number, string> {
  if (seats < 1) err('none left') // expect: swallowed-error
  return ok(seats - 1)
}

export function take(seats: number): Result<number, string> {
  if (seats < 1) return err('none left')
  return ok(seats - 1)
}
