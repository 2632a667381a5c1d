import axios from 'axios'

export async function mailSeat(id: string): Promise<void> {
  await axios.post('https://mail.example.com/seats', { id })
}

/** A handler imports it, though it reads nothing itself. */
export function mailLater(id: string): void {
  mailSeat(id) // expect: floating-promise
}
