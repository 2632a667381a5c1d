import axios from 'axios'

export async function rememberSeat(id: string): Promise<void> {
  await axios.post('/api/seats', { id })
}
